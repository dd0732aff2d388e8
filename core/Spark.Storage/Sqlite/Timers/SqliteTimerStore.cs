using Spark.Runtime.Timers;
using Spark.Runtime.Turns;
using Spark.Storage.Rows;

namespace Spark.Storage.Sqlite.Timers;

/// <summary>Timers in SQLite.</summary>
internal sealed class SqliteTimerStore(SqliteDatabase database) : ITimerStore
{
    public async ValueTask<WakePage> TakeDueAsync(long node, DateTimeOffset now, TimeSpan hold, int limit, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(statements => Take(statements, UnixTime.Of(now), UnixTime.Of(now + hold), limit)).WaitAsync(cancellationToken);

    public async ValueTask RearmAsync(Wake wake, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var key = wake.Key.ToBytes();
        var stands = UnixTime.Of(wake.HeldUntil);
        await database.Writer.WriteAsync(statements => at is { } time
            ? statements.MoveWake.Execute(statements.Turns.IdOf(key), stands, UnixTime.Of(time))
            : statements.EndWake.Execute(statements.Turns.IdOf(key), stands)).WaitAsync(cancellationToken);
    }

    private static WakePage Take(WriterStatements statements, long now, long heldUntil, int limit)
    {
        var due = new List<(long Id, Wake Wake)>();
        using (var rows = statements.Due.Read(now, limit))
        {
            while (rows.Read())
            {
                due.Add((rows.Number(0), new(
                    ConversationKey.FromBytes(rows.Bytes(2)), rows.Text(3), rows.Text(4), UnixTime.Read(rows.Number(1)), UnixTime.Read(heldUntil))));
            }
        }

        foreach (var (id, wake) in due)
        {
            statements.MoveWake.Execute(id, UnixTime.Of(wake.DueAt), heldUntil);
        }

        return new([.. due.Select(one => one.Wake)], statements.NextDue.Number() is { } next ? UnixTime.Read(next) : null);
    }
}
