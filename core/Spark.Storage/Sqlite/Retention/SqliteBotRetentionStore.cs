using Spark.Runtime.Retention;

namespace Spark.Storage.Sqlite.Retention;

/// <summary>
/// Deletes by the bots' times in SQLite. A log is walked from its newest event down its chain, of which the old end goes; the newest row of
/// all stays, as its number must not be given again.
/// </summary>
internal sealed class SqliteBotRetentionStore(SqliteDatabase database) : IBotRetentionStore
{
    public ValueTask<IReadOnlyList<string>> BotsAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<string>>(
            statements =>
            {
                var bots = new List<string>();
                while (Next(statements.Privacy.NextBot.Bind(bots.Count == 0 ? "" : bots[^1])) is { } bot)
                {
                    bots.Add(bot);
                }

                return bots;
            },
            cancellationToken);

    public async ValueTask<BotEpisodesGone> PruneAsync(string bot, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((bot, before: endedBefore.ToUnixTimeMilliseconds(), limit), static (statements, it) => Prune(statements, it.bot, it.before, it.limit))
            .WaitAsync(cancellationToken);

    public ValueTask<BotEpisodesGone> CountAsync(string bot, DateTimeOffset endedBefore, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements => new BotEpisodesGone(
                Count(statements.Privacy.CountOldEpisodes, bot, endedBefore), Count(statements.Privacy.CountOldEvents, bot, endedBefore)),
            cancellationToken);

    private static int Count(Statement count, string bot, DateTimeOffset endedBefore) =>
        (int)(count.Bind(bot).Bind(endedBefore.ToUnixTimeMilliseconds()).Bind((long)IBotRetentionStore.MostCounted).Number() ?? 0);

    private static string? Next(Statement statement)
    {
        using var rows = statement.Read();
        return rows.Next() ? rows.TextOrNull(0) : null;
    }

    private static BotEpisodesGone Prune(WriterStatements statements, string bot, long before, int limit)
    {
        var retention = statements.Retention;
        var old = new List<(long Conversation, long Number, long Ended)>();
        using (var rows = retention.OldEpisodesOfBot.Bind(bot).Bind(before).Bind((long)limit).Read())
        {
            while (rows.Next())
            {
                old.Add((rows.Long(0), rows.Long(1), rows.Long(2)));
            }
        }

        var events = 0;
        foreach (var conversation in old.GroupBy(one => one.Conversation))
        {
            events += PruneLog(statements, conversation.Key, conversation.Max(one => one.Ended));
            foreach (var (id, number, _) in conversation)
            {
                retention.DeleteEpisode.Bind(id).Bind(number).Run();
            }
        }

        return new(old.Count, events);
    }

    private static int PruneLog(WriterStatements statements, long conversation, long until)
    {
        var retention = statements.Retention;
        var (key, at) = Log(retention, conversation);
        var deleted = 0;
        while (at != 0)
        {
            long id = at, first, after, time;
            using (var row = retention.EventOfLog.Bind(id).Bind(conversation).Read())
            {
                if (!row.Next())
                {
                    break;
                }

                (at, time, first, after) = (row.Long(0), row.Long(1), row.Long(2), row.Long(2) + row.Long(3));
            }

            if (time <= until && id != statements.State.LastEvent && (first == after || retention.IsNeeded.Bind(first).Bind(after).Number() is null))
            {
                _ = first == after ? 0 : retention.DeleteEffects.Bind(first).Bind(after).Run();
                deleted += retention.DeleteEvent.Bind(id).Run();
            }
        }

        retention.DeleteEscalationsOf.Bind(key).Bind(until).Run();
        return deleted;
    }

    private static (byte[] Key, long LastEvent) Log(RetentionStatements retention, long conversation)
    {
        using var row = retention.LogOf.Bind(conversation).Read();
        return row.Next() ? (row.Bytes(0).ToArray(), row.Long(1)) : ([], 0);
    }
}
