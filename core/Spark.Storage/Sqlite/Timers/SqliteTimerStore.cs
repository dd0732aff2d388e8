using Spark.Runtime.Timers;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Timers;

/// <summary>Timers in SQLite.</summary>
internal sealed class SqliteTimerStore(SqliteDatabase database) : ITimerStore
{
    public async ValueTask<WakePage> TakeDueAsync(long node, DateTimeOffset now, TimeSpan hold, int limit, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((now, hold, limit), static (statements, it) => TakeDue(statements.Timers, it.now, it.hold, it.limit))
            .WaitAsync(cancellationToken);

    public async ValueTask RearmAsync(Wake wake, long sequence, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wake);
        await database.Writer.WriteAsync((wake, sequence, at), static (statements, it) => Rearm(statements.Timers, it.wake, it.sequence, it.at)).WaitAsync(cancellationToken);
    }

    // One row more than wanted tells when the next is due.
    private static WakePage TakeDue(TimerStatements timers, DateTimeOffset now, TimeSpan hold, int limit)
    {
        var heldUntil = DateTimeOffset.FromUnixTimeMilliseconds((now + hold).ToUnixTimeMilliseconds());
        var due = new List<Wake>();
        var ids = new List<long>();
        var nextAt = default(DateTimeOffset?);
        using (var rows = timers.Due.Bind(limit + 1).Read())
        {
            while (rows.Next())
            {
                if (due.Count == limit || rows.Time(1) > now)
                {
                    nextAt = rows.Time(1);
                    break;
                }

                ids.Add(rows.Long(0));
                due.Add(new(ConversationKey.FromBytes(rows.Bytes(2)), rows.Text(3), rows.Text(4), rows.Time(1), heldUntil));
            }
        }

        foreach (var id in ids)
        {
            timers.Hold.Bind(id).Bind(heldUntil.ToUnixTimeMilliseconds()).Run();
        }

        return new(due, nextAt);
    }

    private static int Rearm(TimerStatements timers, Wake wake, long sequence, DateTimeOffset? at)
    {
        var (key, held) = (wake.Key.ToBytes(), wake.HeldUntil.ToUnixTimeMilliseconds());
        return at is { } when
            ? timers.Move.Bind(key).Bind(held).Bind(sequence).Bind(when.ToUnixTimeMilliseconds()).Run()
            : timers.End.Bind(key).Bind(held).Bind(sequence).Run();
    }
}
