using Npgsql;
using NpgsqlTypes;
using Spark.Engine.Conversations;
using Spark.Runtime.Episodes;
using Spark.Runtime.Turns;
using Spark.Storage.Postgres.Operations;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Episodes;

/// <summary>Episodes for operators, in PostgreSQL.</summary>
internal sealed class PostgresEpisodeIndex(PostgresDatabase database) : IEpisodeIndex
{
    public ValueTask<EpisodePage> ListAsync(EpisodeFilter filter, EpisodeCursor? before, int limit, CancellationToken cancellationToken) =>
        database.Sessions.RunAsync(
            async (connection, token) =>
            {
                var sought = Sought.Of(filter.Text);
                var isByWords = await FindsFewAsync(connection, sought, token);
                var found = await connection.ReadAsync(
                    Listing(filter.OldestFirst, isByWords).Sql,
                    ReadListed,
                    token,
                    [
                        .. From(filter, before), Of(IEpisodeIndex.MostLookedAt), OrNull(filter.IsOpen), OrNull(filter.Outcome?.ToString()),
                        OrNull(filter.Instance), OrNull(filter.Bots), OrNull(sought?.From), Of(limit), OrNull(filter.Type?.ToString()),
                        OrNull(sought?.Until),
                    ]);
                if (found.Count == limit)
                {
                    return new EpisodePage(found, new(found[^1].Episode.Began, found[^1].Conversation.Key, found[^1].Episode.Number));
                }

                if (isByWords)
                {
                    return new EpisodePage(found, null);
                }

                var edge = await connection.ReadAsync(
                    (filter.OldestFirst ? WideStatements.EpisodesEdgeOldest : WideStatements.EpisodesEdge).Sql,
                    row => new EpisodeCursor(UnixTime.Read(row.GetInt64(0)), ConversationKey.FromBytes(row.GetFieldValue<byte[]>(1)), row.GetInt32(2)),
                    token,
                    [.. From(filter, before), Of(IEpisodeIndex.MostLookedAt - 1)]);
                return new EpisodePage(found, edge.Count > 0 ? edge[0] : null);
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<EpisodeCount>> CountAsync(EpisodeFilter filter, TimeSpan stretch, TimeSpan offset, CancellationToken cancellationToken)
    {
        var length = (long)stretch.TotalMilliseconds;
        var added = (long)offset.TotalMilliseconds;
        var sought = Sought.Of(filter.Text);
        NpgsqlParameter[] parameters =
        [
            Of(Since(filter)), Of(Until(filter)),
            Of(added), Of(length), OrNull(filter.IsOpen), OrNull(filter.Outcome?.ToString()), OrNull(filter.Bots),
            OrNull(filter.Instance), OrNull(filter.Type?.ToString()), OrNull(sought?.From), OrNull(sought?.Until),
        ];
        return database.Sessions.RunAsync<IReadOnlyList<EpisodeCount>>(
            async (connection, token) => await connection.ReadAsync(
                (await FindsFewAsync(connection, sought, token) ? WideStatements.CountSought : WideStatements.CountEpisodes).Sql,
                row => new EpisodeCount(
                    UnixTime.Read((row.GetInt64(0) * length) - added),
                    row.IsDBNull(1) ? null : Enum.Parse<EpisodeOutcome>(row.GetString(1)),
                    row.GetInt64(2)),
                token,
                parameters),
            cancellationToken);
    }

    public ValueTask<IReadOnlyList<string>> BotsOfAsync(ConversationKey key, CancellationToken cancellationToken) => database.Sessions.ReadAsync(
        "SELECT DISTINCT bot FROM episodes WHERE conversation = $1", row => row.GetString(0), cancellationToken, Of(key.ToBytes()));

    private static WideStatement Listing(bool oldestFirst, bool isByWords) => (oldestFirst, isByWords) switch
    {
        (false, false) => WideStatements.ListEpisodes,
        (true, false) => WideStatements.ListEpisodesOldest,
        (false, true) => WideStatements.ListSought,
        (true, true) => WideStatements.ListSoughtOldest,
    };

    // Where a word stands at many, going through time finds some of them soon; where it stands at few, they are fetched.
    private static async Task<bool> FindsFewAsync(NpgsqlConnection connection, Sought? sought, CancellationToken cancellationToken) =>
        sought is not null
        && await connection.ReadAsync(WideStatements.MeasureWords.Sql, row => row.GetInt64(0), cancellationToken, Of(sought.From), Of(sought.Until), Of(IEpisodeIndex.MostLookedAt + 1))
            is [<= IEpisodeIndex.MostLookedAt];

    private static NpgsqlParameter[] From(EpisodeFilter filter, EpisodeCursor? before) =>
    [
        Of(before is not null ? UnixTime.Of(before.BeganAt) : filter.OldestFirst ? Since(filter) : Until(filter)),
        Of(before is null ? [] : before.Key.ToBytes()),
        Of(before?.Number ?? 0),
        Of(filter.OldestFirst ? Until(filter) : Since(filter)),
    ];

    private static long Since(EpisodeFilter filter) => filter.From?.ToUnixTimeMilliseconds() ?? long.MinValue;

    private static long Until(EpisodeFilter filter) => filter.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue;

    private static NpgsqlParameter OrNull(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = value ?? (object)DBNull.Value };

    private static NpgsqlParameter OrNull(IReadOnlyList<string>? values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = values is null ? DBNull.Value : values.ToArray() };

    private static NpgsqlParameter OrNull(bool? value) => new() { NpgsqlDbType = NpgsqlDbType.Boolean, Value = value ?? (object)DBNull.Value };

    private static ListedEpisode ReadListed(NpgsqlDataReader row) => new(
        PostgresConversationIndex.ReadSummary(row), PostgresConversationIndex.ReadEpisode(row, 7), ConversationJson.ReadState(row.GetFieldValue<byte[]>(18)));
}
