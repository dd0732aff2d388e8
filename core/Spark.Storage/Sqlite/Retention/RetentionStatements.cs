namespace Spark.Storage.Sqlite.Retention;

/// <summary>The statements that delete what is old.</summary>
internal sealed class RetentionStatements(StatementSet set)
{
    public Statement OldEvents { get; } = set.Add(WideStatements.OldEvents);

    public Statement IsNeeded { get; } = set.Add(
        "SELECT 1 FROM outbox WHERE id >= ?1 AND id < ?2 AND status < 10 LIMIT 1");

    public Statement DeleteEffects { get; } = set.Add("DELETE FROM outbox WHERE id >= ?1 AND id < ?2");

    public Statement DeleteEvent { get; } = set.Add("DELETE FROM events WHERE id = ?1");

    public Statement OldKeys { get; } = set.Add(WideStatements.OldKeys);

    public Statement DeleteKey { get; } = set.Add("DELETE FROM seen WHERE key = ?1 AND source = ?2 AND conversation = ?3");

    public Statement OldEpisodes { get; } = set.Add(WideStatements.OldEpisodes);

    public Statement DeleteLinks { get; } = set.Add(WideStatements.OldLinks);

    public Statement DeletePersonVariables { get; } = set.Add(WideStatements.OldPersonVariables);

    public Statement DeleteEscalations { get; } = set.Add(WideStatements.OldEscalations);

    public Statement OldEpisodesOfBot { get; } = set.Add(WideStatements.OldEpisodesOfBot);

    public Statement LogOf { get; } = set.Add("SELECT key, last_event FROM conversations WHERE id = ?1");

    public Statement EventOfLog { get; } = set.Add("SELECT previous, at, first_effect, effect_count FROM events WHERE id = ?1 AND conversation = ?2");

    public Statement DeleteEscalationsOf { get; } = set.Add(
        """
        DELETE FROM escalations WHERE conversation = ?1 AND began_at <= ?2 AND NOT EXISTS (
            SELECT 1 FROM outbox o INDEXED BY outbox_open
            WHERE o.conversation = ?1 AND o.sequence = escalations.sequence AND o.position = escalations.position AND o.status < 10)
        """);

    public Statement DeleteFiles { get; } = set.Add(WideStatements.OldFiles);

    public Statement DeleteEpisode { get; } = set.Add("DELETE FROM episodes WHERE conversation = ?1 AND number = ?2");
}
