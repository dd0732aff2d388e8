using Spark.Runtime.Operations;

namespace Spark.Storage.Sqlite.Operations;

/// <summary>Episodes for operators, in SQLite.</summary>
internal sealed class SqliteEpisodeIndex(SqliteDatabase database) : IEpisodeIndex
{
    /// <summary>Behind every key there is: sixteen bytes, and one more.</summary>
    private static readonly byte[] LastKey = [.. Enumerable.Repeat((byte)0xFF, 17)];

    public ValueTask<IReadOnlyList<ListedEpisode>> ListAsync(EpisodeFilter filter, EpisodeCursor? before, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<ListedEpisode>>(
            statements =>
            {
                var operations = statements.Operations;
                var statement = filter.Outcome is { } outcome ? operations.EpisodesOf.Bind(outcome.ToString())
                    : filter.IsCompleted ? operations.CompletedEpisodes.Bind("")
                    : operations.EpisodesInProgress.Bind("");
                statement.Bind(before?.Began.ToUnixTimeMilliseconds() ?? long.MaxValue).Bind(before?.Key.ToBytes() ?? LastKey).Bind(before?.Number ?? int.MaxValue).Bind(limit);
                var found = new List<ListedEpisode>();
                using var rows = statement.Read();
                while (rows.Next())
                {
                    found.Add(new(ConversationRows.Read(rows), EpisodeRows.Read(rows, 8)));
                }

                return found;
            },
            cancellationToken);
}
