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

                var episodes = await connection.ReadAsync(Episodes, ReadEpisode, token, Of(key.ToBytes()));
                return new(found[0].Summary, found[0].State, episodes, found[0].WakeAt is { } at ? UnixTime.Read(at) : null);
            },
            cancellationToken);

    private static ConversationSummary ReadSummary(NpgsqlDataReader row) => new(
        ConversationKey.FromBytes(row.GetFieldValue<byte[]>(0)),
        row.GetString(1),
        row.GetString(2),
        row.GetInt64(3),
        (Owner)row.GetInt16(4),
        UnixTime.Read(row.GetInt64(5)),
        UnixTime.Read(row.GetInt64(6)));

    private static Episode ReadEpisode(NpgsqlDataReader row) => new()
    {
        Number = row.GetInt32(0),
        Bot = row.GetString(1),
        Version = row.GetString(2),
        Began = UnixTime.Read(row.GetInt64(3)),
        Ended = row.IsDBNull(4) ? null : UnixTime.Read(row.GetInt64(4)),
        Outcome = row.IsDBNull(5) ? null : Enum.Parse<EpisodeOutcome>(row.GetString(5)),
        Reason = row.IsDBNull(6) ? null : row.GetString(6),
        Type = row.IsDBNull(7) ? null : Enum.Parse<EpisodeType>(row.GetString(7)),
        Category = row.IsDBNull(8) ? null : row.GetString(8),
        Ticket = row.IsDBNull(9) ? null : row.GetString(9),
        TicketUrl = row.IsDBNull(10) ? null : new Uri(row.GetString(10)),
        IsNew = false,
    };
}
