using Npgsql;
using Spark.Runtime.Files;
using Spark.Runtime.Turns;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Files;

/// <summary>Files in PostgreSQL.</summary>
internal sealed class PostgresFileStore(PostgresDatabase database) : IFileStore, IFileSpace
{
    private const string Columns = "SELECT id, conversation, name, media_type, size, kept_at FROM files";

    private const string Find = Columns + " WHERE id = $1 AND is_whole";

    private const string List = Columns + " WHERE conversation = $1 AND is_whole ORDER BY kept_at, id";

    private const string Add =
        """
        INSERT INTO files (id, conversation, name, media_type, size, kept_at, is_whole) VALUES ($1, $2, $3, $4, $5, $6, false)
        ON CONFLICT (id) DO NOTHING
        """;

    // Only to a file that is still there: retention or an erasure may have come in between.
    private const string AddPiece =
        "INSERT INTO file_pieces (file, number, content) SELECT id, $2, $3 FROM files WHERE id = $1 FOR KEY SHARE ON CONFLICT (file, number) DO NOTHING";

    private const string Complete = "UPDATE files SET is_whole = true WHERE id = $1";

    private const string Piece = "SELECT content FROM file_pieces WHERE file = $1 AND number = $2";

    private const string DropOf = "DELETE FROM files WHERE conversation = $1";

    public async ValueTask PutAsync(KeptFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        await database.Sessions.ExecuteAsync(
            Add,
            cancellationToken,
            Of(file.Id), Of(file.Conversation?.ToBytes()!), Of(file.Name), Of(file.MediaType), Of(file.Size), Of(UnixTime.Of(file.KeptAt)));
        for (var (piece, at) = (0, 0); at < content.Length; piece++, at += FilePieces.MostBytes)
        {
            var bytes = content.Slice(at, Math.Min(FilePieces.MostBytes, content.Length - at)).ToArray();
            await database.Sessions.ExecuteAsync(AddPiece, cancellationToken, Of(file.Id), Of(piece), Of(bytes));
        }

        await database.Sessions.ExecuteAsync(Complete, cancellationToken, Of(file.Id));
    }

    public async ValueTask<KeptFile?> FindAsync(string id, CancellationToken cancellationToken) =>
        await database.Sessions.ReadAsync(Find, OfRow, cancellationToken, Of(id)) is [var file] ? file : null;

    public async ValueTask<byte[]?> ReadAsync(string id, int piece, CancellationToken cancellationToken) =>
        await database.Sessions.ReadAsync(Piece, row => row.GetFieldValue<byte[]>(0), cancellationToken, Of(id), Of(piece)) is [var content] ? content : null;

    public ValueTask<IReadOnlyList<KeptFile>> ListAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(List, OfRow, cancellationToken, Of(conversation.ToBytes()));

    public ValueTask<int> DeleteAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        database.Sessions.ExecuteAsync(DropOf, cancellationToken, Of(conversation.ToBytes()));

    public async ValueTask<long> MeasureAsync(CancellationToken cancellationToken) =>
        (await database.Sessions.ReadAsync(WideStatements.BytesOfFiles.Sql, row => row.GetInt64(0), cancellationToken))[0];

    private static KeptFile OfRow(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.IsDBNull(1) ? null : ConversationKey.FromBytes(row.GetFieldValue<byte[]>(1)),
        row.GetString(2), row.GetString(3), row.GetInt64(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));
}
