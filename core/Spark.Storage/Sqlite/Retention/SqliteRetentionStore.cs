using Spark.Runtime.Retention;

namespace Spark.Storage.Sqlite.Retention;

/// <summary>
/// Deletes from the old end of the log, where rows lie in the order of their time, and walks through the keys and the episodes, which do
/// not. An event with an effect that is open stays; so does the newest row, whose number must not be given again. Where a walk stands is
/// remembered between pages, so that what stays is not looked at again with each.
/// </summary>
internal sealed class SqliteRetentionStore(SqliteDatabase database) : IRetentionStore
{
    private const int MostFiles = 8;

    private RetentionWalk walk = new();

    public async ValueTask<Pruned> PruneAsync(RetentionLimits before, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        var (rows, next) = await database.Writer.WriteAsync(
            (walk, before, limit),
            static (statements, it) => it.walk.Stage switch
            {
                RetentionStage.Events => DeleteEvents(statements, it.walk, it.before.Events.ToUnixTimeMilliseconds(), it.before.Now.ToUnixTimeMilliseconds(), it.limit),
                RetentionStage.Keys => DeleteKeys(statements.Retention, it.walk, it.before.Seen.ToUnixTimeMilliseconds(), it.limit),
                RetentionStage.People => DeletePersonVariables(statements.Retention, it.walk, it.before.Now.ToUnixTimeMilliseconds(), it.limit),
                RetentionStage.Links => DeleteLinks(statements.Retention, it.walk, it.before.Events.ToUnixTimeMilliseconds(), it.limit),
                RetentionStage.Files => DeleteFiles(statements.Retention, it.walk, it.before.Events.ToUnixTimeMilliseconds(), it.limit),
                RetentionStage.Escalations => DeleteEscalations(statements.Retention, it.walk, it.before.Events.ToUnixTimeMilliseconds(), it.limit),
                _ => DeleteEpisodes(statements.Retention, it.walk, it.before.Events.ToUnixTimeMilliseconds(), it.limit),
            }).WaitAsync(cancellationToken);
        walk = next;
        return new(rows, next == new RetentionWalk());
    }

    private static (int Rows, RetentionWalk Next) DeleteEvents(WriterStatements statements, RetentionWalk walk, long before, long now, int limit)
    {
        var retention = statements.Retention;
        var page = new List<(long Id, long First, long After)>();
        var read = 0;
        var last = walk.Event;
        using (var rows = retention.OldEvents.Bind(walk.Event).Bind(statements.State.LastEvent).Bind(limit).Read())
        {
            // What a clock that went wrong has dated ahead is passed over: it keeps nothing behind it.
            for (; rows.Next() && (rows.Long(1) < before || rows.Long(1) > now); read++)
            {
                last = rows.Long(0);
                if (rows.Long(1) < before)
                {
                    page.Add((last, rows.Long(2), rows.Long(2) + rows.Long(3)));
                }
            }
        }

        var deleted = 0;
        foreach (var (id, first, after) in page)
        {
            if (first == after || retention.IsNeeded.Bind(first).Bind(after).Number() is null)
            {
                deleted += first == after ? 0 : retention.DeleteEffects.Bind(first).Bind(after).Run();
                deleted += retention.DeleteEvent.Bind(id).Run();
            }
        }

        return (deleted, read == limit ? walk with { Event = last } : new() { Stage = RetentionStage.Keys });
    }

    private static (int Rows, RetentionWalk Next) DeleteKeys(RetentionStatements retention, RetentionWalk walk, long before, int limit)
    {
        var old = new List<RetentionWalk>();
        var read = 0;
        var last = walk;
        using (var rows = retention.OldKeys.Bind(walk.Key).Bind(walk.Source).Bind(walk.Conversation).Bind(limit).Read())
        {
            for (; rows.Next(); read++)
            {
                last = new() { Stage = RetentionStage.Keys, Key = rows.Text(0), Source = rows.Text(1), Conversation = rows.Long(2) };
                if (rows.Long(3) < before)
                {
                    old.Add(last);
                }
            }
        }

        foreach (var one in old)
        {
            retention.DeleteKey.Bind(one.Key).Bind(one.Source).Bind(one.Conversation).Run();
        }

        return (old.Count, read == limit ? last : new() { Stage = RetentionStage.Episodes });
    }

    private static (int Rows, RetentionWalk Next) DeleteEpisodes(RetentionStatements retention, RetentionWalk walk, long before, int limit)
    {
        var old = new List<RetentionWalk>();
        var read = 0;
        var last = walk;
        using (var rows = retention.OldEpisodes.Bind(walk.Conversation).Bind(walk.Episode).Bind(limit).Read())
        {
            for (; rows.Next(); read++)
            {
                last = new() { Stage = RetentionStage.Episodes, Conversation = rows.Long(0), Episode = rows.Long(1) };
                if (rows.LongOrNull(2) < before)
                {
                    old.Add(last);
                }
            }
        }

        foreach (var one in old)
        {
            retention.DeleteEpisode.Bind(one.Conversation).Bind(one.Episode).Run();
        }

        return (old.Count, read == limit ? last : new() { Stage = RetentionStage.Links });
    }

    private static (int Rows, RetentionWalk Next) DeleteLinks(RetentionStatements retention, RetentionWalk walk, long before, int limit)
    {
        var deleted = retention.DeleteLinks.Bind(before).Bind(limit).Run();
        return (deleted, deleted == limit ? walk : new() { Stage = RetentionStage.People });
    }

    private static (int Rows, RetentionWalk Next) DeletePersonVariables(RetentionStatements retention, RetentionWalk walk, long now, int limit)
    {
        var deleted = retention.DeletePersonVariables.Bind(now).Bind(limit).Run();
        return (deleted, deleted == limit ? walk : new() { Stage = RetentionStage.Escalations });
    }

    private static (int Rows, RetentionWalk Next) DeleteEscalations(RetentionStatements retention, RetentionWalk walk, long before, int limit)
    {
        var deleted = retention.DeleteEscalations.Bind(before).Bind(limit).Run();
        return (deleted, deleted == limit ? walk : new() { Stage = RetentionStage.Files });
    }

    // A row of these is a file: its pieces go with it, and turns wait for them.
    private static (int Rows, RetentionWalk Next) DeleteFiles(RetentionStatements retention, RetentionWalk walk, long before, int limit)
    {
        var most = Math.Min(limit, MostFiles);
        var deleted = retention.DeleteFiles.Bind(before).Bind(most).Run();
        return (deleted, deleted == most ? walk : new());
    }
}
