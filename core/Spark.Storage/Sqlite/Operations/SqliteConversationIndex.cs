using Spark.Engine.Conversations;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;
using Spark.Storage.Rows;

namespace Spark.Storage.Sqlite.Operations;

/// <summary>The operators' view of conversations in SQLite.</summary>
internal sealed class SqliteConversationIndex(SqliteDatabase database) : IConversationIndex
{
    /// <summary>Behind every time there is: a cursor of the first page.</summary>
    private const long Never = long.MaxValue;

    public ValueTask<IReadOnlyList<ConversationSummary>> ListAsync(ConversationCursor? before, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<ConversationSummary>>(
            statements =>
            {
                var at = before is null ? Never : UnixTime.Of(before.ChangedAt);
                var found = new List<ConversationSummary>();
                using var rows = statements.ListConversations.Read(at >> 20, at, before?.Key.ToBytes() ?? [], limit);
                while (rows.Read())
                {
                    found.Add(ReadSummary(rows));
                }

                return found;
            },
            cancellationToken);

    public ValueTask<ConversationDetails?> FindAsync(ConversationKey key, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => Find(statements, key.ToBytes()), cancellationToken);

    private static ConversationDetails? Find(ReaderStatements statements, byte[] key)
    {
        using var row = statements.Conversation.Read(key);
        return row.Read()
            ? new(
                ReadSummary(row),
                ConversationJson.ReadState(row.Bytes(7)),
                ReadEpisodes(statements, row.Number(9)),
                row.IsNull(8) ? null : UnixTime.Read(row.Number(8)))
            : null;
    }

    private static List<Episode> ReadEpisodes(ReaderStatements statements, long conversation)
    {
        var episodes = new List<Episode>();
        using var rows = statements.Episodes.Read(conversation);
        while (rows.Read())
        {
            episodes.Add(new()
            {
                Number = (int)rows.Number(0),
                Bot = rows.Text(1),
                Version = rows.Text(2),
                Began = UnixTime.Read(rows.Number(3)),
                Ended = rows.IsNull(4) ? null : UnixTime.Read(rows.Number(4)),
                Outcome = rows.IsNull(5) ? null : Enum.Parse<EpisodeOutcome>(rows.Text(5)),
                Reason = rows.IsNull(6) ? null : rows.Text(6),
                IsNew = false,
            });
        }

        return episodes;
    }

    private static ConversationSummary ReadSummary(Statement.Rows row) => new(
        ConversationKey.FromBytes(row.Bytes(0)),
        row.Text(1),
        row.Text(2),
        row.Number(3),
        (Owner)row.Number(4),
        UnixTime.Read(row.Number(5)),
        UnixTime.Read(row.Number(6)));
}
