using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Feeds;

/// <summary>The log of conversations in SQLite. It is walked from its end: the newest turns cost what they are, the oldest the whole way.</summary>
internal sealed class SqliteConversationLog(SqliteDatabase database) : IConversationLog
{
    public ValueTask<LogSlice?> ReadAsync(ConversationKey key, long after, long last, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => Read(statements.Chain, key.ToBytes(), after, last), cancellationToken);

    private static LogSlice? Read(LogChain chain, byte[] key, long after, long last)
    {
        long row;
        long newest;
        using (var head = chain.Newest.Read(key))
        {
            if (!head.Read())
            {
                return null;
            }

            (row, newest) = (head.Number(0), head.Number(1));
        }

        var turns = new List<LoggedTurn>();
        while (row != 0)
        {
            using var found = chain.Event.Read(row);
            if (!found.Read() || found.Number(1) <= after)
            {
                break;
            }

            if (found.Number(1) <= last)
            {
                turns.Add(new(found.Number(1), ConversationJson.ReadEvent(found.Bytes(2)), found.IsNull(3) ? [] : ReadEffects(chain, row)));
            }

            row = found.Number(0);
        }

        turns.Reverse();
        return new(newest, turns);
    }

    private static List<OutboxEntry> ReadEffects(LogChain chain, long row) =>
        [.. OutboxRow.ReadAll(chain.Effects.Read(OutboxRow.IdOf(row, 0), OutboxRow.IdOf(row + 1, 0))).Select(open => open.Entry)];
}
