using Spark.Engine.Conversations;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;

namespace Spark.Storage.Sqlite.Operations;

/// <summary>
/// Conversations for operators. No index has them by their last change, which would cost a page with each turn: the log is walked from its
/// newest row, and a conversation is listed where its last event lies. Those whose events were all deleted come last, the youngest first.
/// </summary>
internal sealed class SqliteConversationIndex(SqliteDatabase database) : IConversationIndex
{
    public ValueTask<IReadOnlyList<ConversationSummary>> ListAsync(ConversationCursor? before, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAtOnceAsync<IReadOnlyList<ConversationSummary>>(statements => List(statements, before, limit), cancellationToken);

    public async ValueTask<ConversationSummary?> NewestAsync(CancellationToken cancellationToken) =>
        await ListAsync(null, 1, cancellationToken) is [var newest, ..] ? newest : null;

    public ValueTask<ConversationDetails?> FindAsync(ConversationKey key, CancellationToken cancellationToken) =>
        database.Readers.ReadAtOnceAsync(statements => Find(statements.Operations, key.ToBytes()), cancellationToken);

    private static List<ConversationSummary> List(ReaderStatements statements, ConversationCursor? before, int limit)
    {
        var found = new List<ConversationSummary>();
        var (lastEvent, conversation) = before is null ? (long.MaxValue, long.MaxValue) : Place(statements, before);
        if (lastEvent != 0)
        {
            Add(found, statements.Operations.Newest.Bind(lastEvent).Bind(limit));
        }

        if (found.Count < limit)
        {
            Add(found, statements.Operations.Idle.Bind(lastEvent != 0 ? long.MaxValue : conversation).Bind(limit - found.Count));
        }

        return found;
    }

    /// <summary>Which row was the last one's newest event when the page was read: it may have had more since. 0 when that was deleted.</summary>
    private static (long Event, long Conversation) Place(ReaderStatements statements, ConversationCursor before)
    {
        var (conversation, id) = ReadHead(statements, before.Key.ToBytes());
        while (id != 0)
        {
            using var rows = statements.Event.Bind(id).Bind(conversation).Read();
            if (!rows.Next())
            {
                return (0, conversation);
            }

            if (rows.Time(2) <= before.ChangedAt)
            {
                return (id, conversation);
            }

            id = rows.Long(1);
        }

        return (0, conversation);
    }

    private static (long Conversation, long LastEvent) ReadHead(ReaderStatements statements, byte[] key)
    {
        using var rows = statements.Head.Bind(key).Read();
        return rows.Next() ? (rows.Long(0), rows.Long(2)) : default;
    }

    private static void Add(List<ConversationSummary> found, Statement statement)
    {
        using var rows = statement.Read();
        while (rows.Next())
        {
            found.Add(ConversationRows.Read(rows));
        }
    }

    private static ConversationDetails? Find(OperationStatements statements, byte[] key)
    {
        using var rows = statements.Conversation.Bind(key).Read();
        return rows.Next()
            ? new(ConversationRows.Read(rows), ConversationJson.ReadState(rows.Bytes(8)), ReadEpisodes(statements, rows.Long(0)), rows.TimeOrNull(9))
            : null;
    }

    private static List<Episode> ReadEpisodes(OperationStatements statements, long conversation)
    {
        var episodes = new List<Episode>();
        using var rows = statements.Episodes.Bind(conversation).Read();
        while (rows.Next())
        {
            episodes.Add(EpisodeRows.Read(rows, 0));
        }

        return episodes;
    }
}
