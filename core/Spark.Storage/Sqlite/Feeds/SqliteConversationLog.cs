using Spark.Engine.Conversations;
using Spark.Runtime.Feeds;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Feeds;

/// <summary>The log of conversations in SQLite.</summary>
internal sealed class SqliteConversationLog(SqliteDatabase database) : IConversationLog
{
    public ValueTask<LogSlice?> ReadAsync(ConversationKey key, long after, long last, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => Read(statements, key.ToBytes(), after, last), cancellationToken);

    // The newest sequence bounds the rest: a turn that commits between the statements is left to the next page, whole.
    private static LogSlice? Read(ReaderStatements statements, byte[] key, long after, long last)
    {
        if (statements.Sequence.Scalar(key) is not long newest)
        {
            return null;
        }

        var upTo = Math.Min(last, newest);
        var effects = ReadEffects(statements, key, after, upTo);
        var turns = new List<LoggedTurn>();
        using var rows = statements.Events.Read(key, after, upTo);
        while (rows.Read())
        {
            var sequence = rows.GetInt64(0);
            turns.Add(new(sequence, ConversationJson.ReadEvent(rows.GetFieldValue<byte[]>(3)), [.. effects[sequence]]));
        }

        return new(newest, turns);
    }

    private static ILookup<long, OutboxEntry> ReadEffects(ReaderStatements statements, byte[] key, long after, long upTo)
    {
        var entries = new List<OutboxEntry>();
        using var rows = statements.Effects.Read(key, after, upTo);
        while (rows.Read())
        {
            entries.Add(OutboxColumns.Read(rows).Entry);
        }

        return entries.ToLookup(entry => entry.Address.Effect.Sequence);
    }
}
