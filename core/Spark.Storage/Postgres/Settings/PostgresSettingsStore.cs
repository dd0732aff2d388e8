using Spark.Runtime.Tokens;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Settings;

/// <summary>Settings in PostgreSQL.</summary>
internal sealed class PostgresSettingsStore(PostgresDatabase database) : ISettingsStore
{
    public const string Put = "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    private const string Find = "SELECT value FROM settings WHERE name = $1";

    private const string Add = "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    public async ValueTask<byte[]?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await database.Sessions.ReadAsync(Find, row => row.GetFieldValue<byte[]>(0), cancellationToken, Of(name));
        return found.Count > 0 ? found[0] : null;
    }

    public async ValueTask PutAsync(string name, byte[] value, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(Put, cancellationToken, Of(name), Of(value));

    public async ValueTask<bool> TryAddAsync(string name, byte[] value, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(Add, cancellationToken, Of(name), Of(value)) == 1;
}
