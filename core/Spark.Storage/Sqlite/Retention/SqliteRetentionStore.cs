using Spark.Runtime.Retention;

namespace Spark.Storage.Sqlite.Retention;

/// <summary>
/// Deletes from the old end of the log, where rows lie in the order of their time, and walks through the keys, which do not. An event with
/// an effect that is open, or that an operator has yet to decide about, stays; so does the newest row, whose number must not be given
/// again. Where a walk stands is remembered between pages, so that what stays is not looked at again with each.
/// </summary>
internal sealed class SqliteRetentionStore(SqliteDatabase database) : IRetentionStore
{
    private Walk walk = new();

    public async ValueTask<Pruned> PruneAsync(RetentionLimits before, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        var (rows, next) = await database.Writer.WriteAsync(
            (walk, before, limit),
            static (statements, it) => it.walk.IsAtKeys
                ? DeleteKeys(statements.Retention, it.walk, it.before.Seen.ToUnixTimeMilliseconds(), it.limit)
                : DeleteEvents(statements, it.walk, it.before.Events.ToUnixTimeMilliseconds(), it.limit)).WaitAsync(cancellationToken);
        walk = next;
        return new(rows, next == new Walk());
    }

    private static (int Rows, Walk Next) DeleteEvents(WriterStatements statements, Walk walk, long before, int limit)
    {
        var retention = statements.Retention;
        var page = new List<(long Id, long First, long After)>();
        var isPage = false;
        using (var rows = retention.OldEvents.Bind(walk.Event).Bind(statements.State.LastEvent).Bind(limit).Read())
        {
            while (rows.Next() && rows.Long(1) < before)
            {
                page.Add((rows.Long(0), rows.Long(2), rows.Long(2) + rows.Long(3)));
                isPage = page.Count == limit;
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

        return (deleted, isPage ? walk with { Event = page[^1].Id } : new() { IsAtKeys = true });
    }

    private static (int Rows, Walk Next) DeleteKeys(RetentionStatements retention, Walk walk, long before, int limit)
    {
        var old = new List<Walk>();
        var read = 0;
        var last = walk;
        using (var rows = retention.OldKeys.Bind(walk.Key).Bind(walk.Source).Bind(walk.Conversation).Bind(limit).Read())
        {
            for (; rows.Next(); read++)
            {
                last = new() { IsAtKeys = true, Key = rows.Text(0), Source = rows.Text(1), Conversation = rows.Long(2) };
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

        return (old.Count, read == limit ? last : new());
    }

    /// <summary>Where the walk stands: in the events, then in the keys. A new one begins.</summary>
    private sealed record Walk
    {
        public long Event { get; init; }

        public bool IsAtKeys { get; init; }

        public string Key { get; init; } = "";

        public string Source { get; init; } = "";

        public long Conversation { get; init; }
    }
}
