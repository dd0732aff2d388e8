using Spark.Runtime.Operations;
using Spark.Runtime.Turns;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Operations;

/// <summary>Episodes for operators, in PostgreSQL.</summary>
internal sealed class PostgresEpisodeIndex(PostgresDatabase database) : IEpisodeIndex
{
    /// <summary>Behind every key there is: sixteen bytes, and one more.</summary>
    private static readonly byte[] LastKey = [.. Enumerable.Repeat((byte)0xFF, ConversationKey.Size + 1)];

    public ValueTask<IReadOnlyList<ListedEpisode>> ListAsync(EpisodeFilter filter, EpisodeCursor? before, int limit, CancellationToken cancellationToken)
    {
        var statement = filter.Outcome is not null ? WideStatements.EpisodesOf
            : filter.IsCompleted ? WideStatements.CompletedEpisodes
            : WideStatements.EpisodesInProgress;
        return database.Sessions.ReadAsync(
            statement.Sql,
            row => new ListedEpisode(PostgresConversationIndex.ReadSummary(row), PostgresConversationIndex.ReadEpisode(row, 7)),
            cancellationToken,
            Of(filter.Outcome?.ToString() ?? ""),
            Of(before is null ? long.MaxValue : UnixTime.Of(before.Began)),
            Of(before?.Key.ToBytes() ?? LastKey),
            Of(before?.Number ?? int.MaxValue),
            Of(limit));
    }
}
