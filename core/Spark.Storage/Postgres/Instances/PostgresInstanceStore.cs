using Spark.Runtime.Instances;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Instances;

/// <summary>Instances of the operator in PostgreSQL.</summary>
internal sealed class PostgresInstanceStore(PostgresDatabase database) : IInstanceStore
{
    private const string Put = "INSERT INTO instances (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = excluded.data";

    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ListAsync(CancellationToken cancellationToken) => database.Sessions.ReadAsync(
        "SELECT name, data FROM instances ORDER BY name",
        row => new KeyValuePair<string, byte[]>(row.GetString(0), row.GetFieldValue<byte[]>(1)),
        cancellationToken);

    public async ValueTask PutAsync(string name, byte[] data, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(Put, cancellationToken, Of(name), Of(data));

    public async ValueTask RemoveAsync(string name, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync("DELETE FROM instances WHERE name = $1", cancellationToken, Of(name));
}
