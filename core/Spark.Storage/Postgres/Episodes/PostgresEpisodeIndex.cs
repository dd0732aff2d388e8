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
                var found = await connection.ReadAsync(
                    WideStatements.ListEpisodes.Sql,
                    ReadListed,
                    token,
                    [
                        .. From(filter, before), Of(IEpisodeIndex.MostLookedAt), OrNull(filter.IsOpen), OrNull(filter.Outcome?.ToString()),
                        OrNull(filter.Instance), OrNull(filter.Bots), OrNull(filter.Text?.ToLowerInvariant()), Of(limit),
                    ]);
                if (found.Count == limit)
                {
                    return new EpisodePage(found, new(found[^1].Episode.Began, found[^1].Conversation.Key, found[^1].Episode.Number));
                }

                var edge = await connection.ReadAsync(
                    WideStatements.EpisodesEdge.Sql,
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
        NpgsqlParameter[] parameters =
        [
            Of(filter.From?.ToUnixTimeMilliseconds() ?? long.MinValue), Of(filter.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue),
            Of(added), Of(length), OrNull(filter.IsOpen), OrNull(filter.Outcome?.ToString()), OrNull(filter.Bots),
        ];
        return database.Sessions.ReadAsync(
            filter.Instance is null ? WideStatements.CountEpisodes.Sql : WideStatements.CountEpisodesOnInstance.Sql,
            row => new EpisodeCount(
                UnixTime.Read((row.GetInt64(0) * length) - added),
                row.IsDBNull(1) ? null : Enum.Parse<EpisodeOutcome>(row.GetString(1)),
                row.GetInt64(2)),
            cancellationToken,
            filter.Instance is { } instance ? [.. parameters, Of(instance)] : parameters);
    }

    public ValueTask<IReadOnlyList<string>> BotsOfAsync(ConversationKey key, CancellationToken cancellationToken) => database.Sessions.ReadAsync(
        "SELECT DISTINCT bot FROM episodes WHERE conversation = $1", row => row.GetString(0), cancellationToken, Of(key.ToBytes()));

    private static NpgsqlParameter[] From(EpisodeFilter filter, EpisodeCursor? before) =>
    [
        Of(before is null ? filter.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue : UnixTime.Of(before.BeganAt)),
        Of(before is null ? [] : before.Key.ToBytes()),
        Of(before?.Number ?? 0),
        Of(filter.From?.ToUnixTimeMilliseconds() ?? long.MinValue),
    ];

    private static NpgsqlParameter OrNull(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = value ?? (object)DBNull.Value };

    private static NpgsqlParameter OrNull(IReadOnlyList<string>? values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = values is null ? DBNull.Value : values.ToArray() };

    private static NpgsqlParameter OrNull(bool? value) => new() { NpgsqlDbType = NpgsqlDbType.Boolean, Value = value ?? (object)DBNull.Value };

    private static ListedEpisode ReadListed(NpgsqlDataReader row) => new(
        PostgresConversationIndex.ReadSummary(row), PostgresConversationIndex.ReadEpisode(row, 7), ConversationJson.ReadState(row.GetFieldValue<byte[]>(18)));
}
