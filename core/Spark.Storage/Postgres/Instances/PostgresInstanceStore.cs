using Spark.Runtime.Instances;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Instances;

/// <summary>Instances of the operator in PostgreSQL.</summary>
internal sealed class PostgresInstanceStore(PostgresDatabase database) : IInstanceStore
{
    private const string Add = "INSERT INTO instances (name, data) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";

    private const string Replace = "UPDATE instances SET data = $2 WHERE name = $1 AND data = $3";

    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ListAsync(CancellationToken cancellationToken) => database.Sessions.ReadAsync(
        "SELECT name, data FROM instances ORDER BY name",
        row => new KeyValuePair<string, byte[]>(row.GetString(0), row.GetFieldValue<byte[]>(1)),
        cancellationToken);

    public async ValueTask<bool> PutAsync(string name, byte[] data, byte[]? before, CancellationToken cancellationToken) => before is null
        ? await database.Sessions.ExecuteAsync(Add, cancellationToken, Of(name), Of(data)) > 0
        : await database.Sessions.ExecuteAsync(Replace, cancellationToken, Of(name), Of(data), Of(before)) > 0;

    public async ValueTask RemoveAsync(string name, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync("DELETE FROM instances WHERE name = $1", cancellationToken, Of(name));
}
