using Spark.Runtime.Files;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Files;

/// <summary>Files in PostgreSQL.</summary>
internal sealed class PostgresFileStore(PostgresDatabase database) : IFileStore
{
    private const string Put =
        """
        WITH dropped AS (DELETE FROM files WHERE kept_at < $6)
        INSERT INTO files (id, name, media_type, kept_at, content) VALUES ($1, $2, $3, $4, $5)
        """;

    private const string Find = "SELECT name, media_type, content, kept_at FROM files WHERE id = $1";

    public async ValueTask PutAsync(KeptFile file, DateTimeOffset deleteBefore, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(
            Put,
            cancellationToken,
            Of(file.Id),
            Of(file.Name),
            Of(file.MediaType),
            Of(UnixTime.Of(file.KeptAt)),
            Of(file.Content.ToArray()),
            Of(UnixTime.Of(deleteBefore)));

    public async ValueTask<KeptFile?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await database.Sessions.ReadAsync(
            Find,
            row => new KeptFile(id, row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))),
            cancellationToken,
            Of(id));
        return found.Count > 0 ? found[0] : null;
    }
}
