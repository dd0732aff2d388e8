using Spark.Runtime.Operations;

namespace Spark.Storage.Sqlite.Operations;

/// <summary>Holds what is open in a file that was restored.</summary>
internal sealed class SqliteEffectHold(SqliteDatabase database) : IEffectHold
{
    public async ValueTask<long> HoldOpenAsync(string reason, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(reason, static (statements, why) => statements.Outbox.Hold.Bind(why).Run()).WaitAsync(cancellationToken);
}
