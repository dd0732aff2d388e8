using Npgsql;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Episodes;
using Spark.Storage.Postgres.Operations;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Episodes;

/// <summary>
/// Gives conversations their words in PostgreSQL. A page is locked from the look to the words, so that nobody is erased in between; what
/// another node has locked is left to it.
/// </summary>
internal sealed class PostgresSearchWordStore(PostgresDatabase database) : ISearchWordStore
{
    private const string Add =
        """
        INSERT INTO search_words (conversation, number, word) SELECT * FROM unnest($1::bytea[], $2::integer[], $3::text[])
        ON CONFLICT (conversation, number, word) DO NOTHING
        """;

    public ValueTask<int> CatchUpAsync(int limit, CancellationToken cancellationToken) =>
        database.Sessions.RunAsync(
            async (connection, token) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(token);
                var done = await CatchUpAsync(connection, limit, token);
                await transaction.CommitAsync(token);
                return done;
            },
            cancellationToken);

    private static async Task<int> CatchUpAsync(NpgsqlConnection connection, int limit, CancellationToken cancellationToken)
    {
        var page = await connection.ReadAsync(
            WideStatements.Wordless.Sql,
            row => (Key: row.GetFieldValue<byte[]>(0), ExternalId: row.GetString(1), ConversationJson.ReadState(row.GetFieldValue<byte[]>(2)).Person),
            cancellationToken,
            Of(limit));
        if (page.Count == 0)
        {
            return 0;
        }

        var keys = page.Select(one => one.Key).ToArray();
        var episodes = (await connection.ReadAsync(
            "SELECT conversation, number, bot, version, began_at, ended_at, outcome, reason, type, category, ticket, ticket_url FROM episodes WHERE conversation = ANY ($1)",
            row => (Key: Convert.ToHexString(row.GetFieldValue<byte[]>(0)), Episode: PostgresConversationIndex.ReadEpisode(row, 1)),
            cancellationToken,
            Of(keys))).ToLookup(one => one.Key, one => one.Episode, StringComparer.Ordinal);
        var words = page.SelectMany(one => Words(one.Key, one.ExternalId, one.Person, [.. episodes[Convert.ToHexString(one.Key)]])).ToList();
        await connection.ExecuteAsync(
            Add, cancellationToken, Of<byte[][]>([.. words.Select(word => word.Key)]), Of<int[]>([.. words.Select(word => word.Number)]), Of<string[]>([.. words.Select(word => word.Word)]));
        await connection.ExecuteAsync("UPDATE conversations SET has_words = true WHERE conversation = ANY ($1)", cancellationToken, Of(keys));
        return page.Count;
    }

    private static IEnumerable<(byte[] Key, int Number, string Word)> Words(byte[] key, string externalId, Person? person, List<Episode> episodes) =>
        episodes.Count == 0
            ? []
            : SearchWords.Of(externalId, person).Select(word => (key, SearchWords.OfAllEpisodes, word))
                .Concat(episodes.SelectMany(SearchWords.Of, (episode, word) => (key, episode.Number, word)));
}
