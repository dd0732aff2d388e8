using Spark.Runtime.Operations;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Operations;

/// <summary>Holds what is open in a PostgreSQL that was restored.</summary>
internal sealed class PostgresEffectHold(PostgresDatabase database) : IEffectHold
{
    public async ValueTask<long> HoldOpenAsync(string reason, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(WideStatements.Hold.Sql, cancellationToken, Of(Reasons.Clean(reason)!));
}
