using System.Buffers.Binary;
using Spark.Runtime.Health;
using Spark.Runtime.Stores;
using Spark.Storage.Postgres.Settings;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Health;

/// <summary>Ready means that the database can be written, which a read would not tell.</summary>
internal sealed class PostgresProbe(PostgresDatabase database, TimeProvider time) : IReadinessProbe
{
    public string Name => "database";

    public async ValueTask<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var standby = await database.Sessions.ReadAsync("SELECT pg_is_in_recovery()", row => row.GetBoolean(0), cancellationToken);
            if (standby[0])
            {
                return $"{StoreUnavailableException.Away}: the database is a standby and takes no writes. Let the connection string name the primary, or both with Target Session Attributes=primary.";
            }

            var now = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(now, time.GetUtcNow().ToUnixTimeMilliseconds());
            await database.Sessions.ExecuteAsync(PostgresSettingsStore.Put, cancellationToken, Of("probed-at"), Of(now));
            return null;
        }
        catch (StoreUnavailableException away)
        {
            return away.Message;
        }
    }
}
