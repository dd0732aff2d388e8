using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Feeds;

/// <summary>The log of conversations in SQLite: a chain of rows, the newest first.</summary>
internal sealed class SqliteConversationLog(SqliteDatabase database) : IConversationLog
{
    public ValueTask<LogSlice?> ReadAsync(ConversationKey key, long after, long last, CancellationToken cancellationToken) =>
        database.Readers.ReadAtOnceAsync(statements => Read(statements, key.ToBytes(), after, last), cancellationToken);

    private static LogSlice? Read(ReaderStatements statements, byte[] key, long after, long last)
    {
        if (ReadHead(statements, key) is not { } head)
        {
            return null;
        }

        var turns = new List<LoggedTurn>();
        var row = head.LastEvent;
        var first = default(long?);
        while (row != 0)
        {
            row = ReadEvent(statements, head, row, after, last, turns, ref first);
        }

        turns.Reverse();
        return new(head.Sequence, turns, turns.Count == 0 ? first : null);
    }

    private static LogHead? ReadHead(ReaderStatements statements, byte[] key)
    {
        using var rows = statements.Head.Bind(key).Read();
        return rows.Next() ? new(key, rows.Long(0), rows.Long(1), rows.Long(2), rows.Text(3), rows.Text(4)) : null;
    }

    /// <returns>The row of the event before, while that is wanted; 0 at the end.</returns>
    private static long ReadEvent(
        ReaderStatements statements, LogHead head, long id, long after, long last, List<LoggedTurn> turns, ref long? first)
    {
        using var rows = statements.Event.Bind(id).Bind(head.Id).Read();
        if (!rows.Next() || rows.Long(0) is var sequence && sequence <= after)
        {
            return 0;
        }

        first = sequence;
        if (sequence <= last)
        {
            var effects = ReadEffects(statements, head, rows.Long(3), rows.Long(4), EffectArray.ReadAll(rows.Bytes(6)));
            var fault = rows.Bytes(7) is { IsEmpty: false } stored ? ConversationJson.ReadFault(stored) : null;
            turns.Add(new(sequence, ConversationJson.ReadEvent(rows.Bytes(5)), effects, fault));
        }

        return sequence - 1 > after ? rows.Long(1) : 0;
    }

    private static List<OutboxEntry> ReadEffects(ReaderStatements statements, LogHead head, long first, long count, List<Effect> effects)
    {
        var entries = new List<OutboxEntry>(effects.Count);
        if (count == 0)
        {
            return entries;
        }

        using var rows = statements.EffectsOfEvent.Bind(first).Bind(first + count).Bind(head.Key).Read();
        while (rows.Next())
        {
            entries.Add(OutboxRows.ReadOwn(rows, effects[rows.Int(3)], head.Instance, head.ExternalId));
        }

        return entries;
    }
}
