using Spark.Runtime.Operations;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Operations;

/// <summary>Holds what is open in a PostgreSQL that was restored.</summary>
internal sealed class PostgresEffectHold(PostgresDatabase database) : IEffectHold
{
    // Node 0 is nobody; 12 is unknown.
    private const string Hold = "UPDATE outbox SET status = 12, node = 0, due_at = NULL, may_have_arrived = true, reason = $1 WHERE status < 10";

    public async ValueTask<long> HoldOpenAsync(string reason, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(Hold, cancellationToken, Of(Reasons.Clean(reason)!));
}
