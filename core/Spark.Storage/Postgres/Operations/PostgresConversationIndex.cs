using Npgsql;
using Spark.Engine.Conversations;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Operations;

/// <summary>The operators' view of conversations in PostgreSQL.</summary>
internal sealed class PostgresConversationIndex(PostgresDatabase database) : IConversationIndex
{
    private const string Find =
        """
        SELECT c.conversation, c.instance, c.external_id, c.sequence, c.owner, c.began_at, c.changed_at, c.state, t.wake_at
        FROM conversations c LEFT JOIN timers t ON t.conversation = c.conversation WHERE c.conversation = $1
        """;

    private const string Episodes =
        """
        SELECT number, bot, version, began_at, ended_at, outcome, reason, type, category, ticket, ticket_url FROM episodes WHERE conversation = $1 ORDER BY number DESC LIMIT 20
        """;

    /// <summary>Behind every key there is: sixteen bytes, and one more.</summary>
    private static readonly byte[] LastKey = [.. Enumerable.Repeat((byte)0xFF, ConversationKey.Size + 1)];

    public ValueTask<IReadOnlyList<ConversationSummary>> ListAsync(ConversationCursor? before, int limit, CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(
            WideStatements.ListConversations.Sql,
            ReadSummary,
            cancellationToken,
            Of(before is null ? long.MaxValue : UnixTime.Of(before.ChangedAt)),
            Of(before is null ? LastKey : before.Key.ToBytes()),
            Of(limit));

    public async ValueTask<ConversationSummary?> NewestAsync(CancellationToken cancellationToken) =>
        await database.Sessions.ReadAsync(WideStatements.NewestConversation.Sql, ReadSummary, cancellationToken) is [var newest, ..] ? newest : null;

    public ValueTask<ConversationDetails?> FindAsync(ConversationKey key, CancellationToken cancellationToken) =>
        database.Sessions.RunAsync<ConversationDetails?>(
            async (connection, token) =>
            {
                var found = await connection.ReadAsync(
                    Find,
                    row => (Summary: ReadSummary(row), State: ConversationJson.ReadState(row.GetFieldValue<byte[]>(7)), WakeAt: row.IsDBNull(8) ? (long?)null : row.GetInt64(8)),
                    token,
                    Of(key.ToBytes()));
                if (found.Count == 0)
                {
                    return null;
                }

                var episodes = await connection.ReadAsync(Episodes, row => ReadEpisode(row, 0), token, Of(key.ToBytes()));
                return new(found[0].Summary, found[0].State, episodes, found[0].WakeAt is { } at ? UnixTime.Read(at) : null);
            },
            cancellationToken);

    internal static ConversationSummary ReadSummary(NpgsqlDataReader row) => new(
        ConversationKey.FromBytes(row.GetFieldValue<byte[]>(0)),
        row.GetString(1),
        row.GetString(2),
        row.GetInt64(3),
        (Owner)row.GetInt16(4),
        UnixTime.Read(row.GetInt64(5)),
        UnixTime.Read(row.GetInt64(6)));

    internal static Episode ReadEpisode(NpgsqlDataReader row, int first) => new()
    {
        Number = row.GetInt32(first),
        Bot = row.GetString(first + 1),
        Version = row.GetString(first + 2),
        Began = UnixTime.Read(row.GetInt64(first + 3)),
        Ended = row.IsDBNull(first + 4) ? null : UnixTime.Read(row.GetInt64(first + 4)),
        Outcome = Text(row, first + 5) is { } outcome ? Enum.Parse<EpisodeOutcome>(outcome) : null,
        Reason = Text(row, first + 6),
        Type = Text(row, first + 7) is { } type ? Enum.Parse<EpisodeType>(type) : null,
        Category = Text(row, first + 8),
        Ticket = Text(row, first + 9),
        TicketUrl = Text(row, first + 10) is { } url ? new Uri(url) : null,
        IsNew = false,
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
