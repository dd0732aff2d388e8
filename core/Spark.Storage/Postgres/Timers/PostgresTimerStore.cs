using Spark.Runtime.Timers;
using Spark.Runtime.Turns;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Timers;

/// <summary>Timers in PostgreSQL. A row that is taken stands at the end of its hold: nobody has to put it back.</summary>
internal sealed class PostgresTimerStore(PostgresDatabase database) : ITimerStore
{
    // The conversation is locked first: a turn that is being written decides about its timer, and one that comes after finds what was done.
    private const string Unchanged = "WITH unchanged AS (SELECT FROM conversations WHERE conversation = $1 AND sequence = $3 FOR UPDATE) ";

    private const string This = " WHERE conversation = $1 AND wake_at = $2 AND EXISTS (SELECT FROM unchanged)";

    private const string Move = Unchanged + "UPDATE timers SET wake_at = $4" + This;

    private const string End = Unchanged + "DELETE FROM timers" + This;

    public ValueTask<WakePage> TakeDueAsync(long node, DateTimeOffset now, TimeSpan hold, int limit, CancellationToken cancellationToken) =>
        database.Sessions.RunAsync(
            async (connection, token) =>
            {
                var heldUntil = UnixTime.Of(now + hold);
                var due = await connection.ReadAsync(
                    WideStatements.TakeDue.Sql,
                    row => new Wake(
                        ConversationKey.FromBytes(row.GetFieldValue<byte[]>(0)),
                        row.GetString(1),
                        row.GetString(2),
                        UnixTime.Read(row.GetInt64(3)),
                        UnixTime.Read(heldUntil)),
                    token,
                    Of(UnixTime.Of(now)),
                    Of(heldUntil),
                    Of(limit));

                // What was taken stands at the end of its hold by now, like everything else that is held: that it comes again then is true.
                var next = await connection.ReadAsync(WideStatements.NextDue.Sql, row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), token);
                return new WakePage(due, next[0] is { } at ? UnixTime.Read(at) : null);
            },
            cancellationToken);

    public async ValueTask RearmAsync(Wake wake, long sequence, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var (key, held) = (Of(wake.Key.ToBytes()), Of(UnixTime.Of(wake.HeldUntil)));
        await (at is { } time
            ? database.Sessions.ExecuteAsync(Move, cancellationToken, key, held, Of(sequence), Of(UnixTime.Of(time)))
            : database.Sessions.ExecuteAsync(End, cancellationToken, key, held, Of(sequence)));
    }
}
