using Spark.Runtime.Retention;
using Spark.Storage.Rows;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite.Retention;

/// <summary>
/// Deletes old rows in SQLite. The log loses its beginning, up to the oldest event of which something is still open; keys and episodes,
/// which are not in the order of time, are walked through from one end to the other.
/// </summary>
internal sealed class SqliteRetentionStore(SqliteDatabase database) : IRetentionStore
{
    // Where the walks stand; used by one call at a time.
    private readonly SemaphoreSlim one = new(1, 1);
    private (string Key, string Source, long Conversation) seen = ("", "", 0);
    private (long Conversation, long Number) episode;
    private bool isSeenDone;
    private bool isEpisodesDone;

    public async ValueTask<Pruned> PruneAsync(RetentionLimits before, int limit, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var (events, isLogDone) = await database.Writer.WriteAsync(
                statements => PruneLog(statements.Retention, UnixTime.Of(before.Events), limit)).WaitAsync(cancellationToken);
            var keys = isSeenDone ? 0 : await PruneSeenAsync(UnixTime.Of(before.Seen), limit, cancellationToken);
            var episodes = isEpisodesDone ? 0 : await PruneEpisodesAsync(UnixTime.Of(before.Events), limit, cancellationToken);
            var isDone = isLogDone && isSeenDone && isEpisodesDone;
            if (isDone)
            {
                (seen, episode, isSeenDone, isEpisodesDone) = (("", "", 0), default, false, false);
            }

            return new(events + keys + episodes, isDone);
        }
        finally
        {
            one.Release();
        }
    }

    private static (int Rows, bool IsDone) PruneLog(RetentionStatements statements, long before, int limit)
    {
        var open = statements.OldestOpen.Number() is { } id ? OutboxRow.EventOf(id) : long.MaxValue;
        var (last, previous, count) = (0L, 0L, 0);
        using (var rows = statements.OldestEvents.Read(limit))
        {
            // The newest of all stays in any case: its number must not be given again.
            while (rows.Read() && rows.Number(1) < before && rows.Number(0) < open)
            {
                (previous, last, count) = (last, rows.Number(0), count + 1);
            }

            last = rows.Read() || count == limit ? last : previous;
        }

        return last == 0
            ? (0, true)
            : (statements.DeleteEvents.Execute(last) + statements.DeleteEffects.Execute(OutboxRow.IdOf(last + 1, 0) - 1), count < limit);
    }

    private async Task<int> PruneSeenAsync(long before, int limit, CancellationToken cancellationToken)
    {
        var (from, walked) = (seen, seen);
        var (rows, isDone) = await database.Writer.WriteAsync(statements =>
        {
            var old = new List<(string Key, string Source, long Conversation)>();
            var read = 0;
            walked = from;
            using (var keys = statements.Retention.NextSeen.Read(from.Key, from.Source, from.Conversation, limit))
            {
                for (; keys.Read(); read++)
                {
                    walked = (keys.Text(0), keys.Text(1), keys.Number(2));
                    if (keys.Number(3) < before)
                    {
                        old.Add(walked);
                    }
                }
            }

            old.ForEach(key => statements.Retention.DeleteSeen.Execute(key.Key, key.Source, key.Conversation));
            return (old.Count, read < limit);
        }).WaitAsync(cancellationToken);
        (seen, isSeenDone) = (walked, isDone);
        return rows;
    }

    private async Task<int> PruneEpisodesAsync(long before, int limit, CancellationToken cancellationToken)
    {
        var (from, walked) = (episode, episode);
        var (rows, isDone) = await database.Writer.WriteAsync(statements =>
        {
            var old = new List<(long Conversation, long Number)>();
            var read = 0;
            walked = from;
            using (var episodes = statements.Retention.NextEpisodes.Read(from.Conversation, from.Number, limit))
            {
                for (; episodes.Read(); read++)
                {
                    walked = (episodes.Number(0), episodes.Number(1));
                    if (!episodes.IsNull(2) && episodes.Number(2) < before)
                    {
                        old.Add(walked);
                    }
                }
            }

            old.ForEach(one => statements.Retention.DeleteEpisode.Execute(one.Conversation, one.Number));
            return (old.Count, read < limit);
        }).WaitAsync(cancellationToken);
        (episode, isEpisodesDone) = (walked, isDone);
        return rows;
    }
}
