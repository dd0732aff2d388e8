namespace Spark.Storage.Sqlite.Privacy;

/// <summary>The statements that erase. Each is about one conversation or one person; the log of a conversation is found by its chain.</summary>
internal sealed class PrivacyWrites(StatementSet set)
{
    private const string Open = "SELECT 1 FROM outbox INDEXED BY outbox_open WHERE conversation = ?1 AND status < 10";

    public Statement FindOpen { get; } = set.Add(Open + " LIMIT 1");

    // Claimed with an attempt counted, or started: whoever has it in hand will tell how it ended.
    public Statement FindUnderWay { get; } = set.Add(Open + " AND status IN (1, 3) AND attempts > 0 LIMIT 1");

    public Statement Event { get; } = set.Add("SELECT previous, first_effect, effect_count FROM events WHERE id = ?1 AND conversation = ?2");

    public Statement DeleteEffects { get; } = set.Add("DELETE FROM outbox WHERE id >= ?1 AND id < ?2 AND conversation = ?3");

    // Effects whose event retention has taken are found by what is still open or failed of them.
    public Statement DeleteOpen { get; } = set.Add("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox INDEXED BY outbox_open WHERE conversation = ?1 AND status < 10)");

    public Statement DeleteFailed { get; } = set.Add("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox INDEXED BY outbox_failed WHERE conversation = ?1 AND status IN (11, 12))");

    public Statement DeleteAnswered { get; } = set.Add("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox INDEXED BY outbox_answered WHERE conversation = ?1 AND answered_by IS NOT NULL)");

    public Statement DeleteEvent { get; } = set.Add("DELETE FROM events WHERE id = ?1");

    public Statement DeleteTimer { get; } = set.Add("DELETE FROM timers WHERE conversation = ?1");

    public Statement DeleteEpisodes { get; } = set.Add("DELETE FROM episodes WHERE conversation = ?1");

    public Statement DeleteWords { get; } = set.Add("DELETE FROM search_words WHERE conversation = ?1");

    public Statement DeleteEscalations { get; } = set.Add("DELETE FROM escalations WHERE conversation = ?1");

    public Statement DeleteLinks { get; } = set.Add("DELETE FROM links INDEXED BY links_of_conversation WHERE instance = ?1 AND conversation_id = ?2");

    public Statement DeleteFile { get; } = set.Add("DELETE FROM files WHERE id = ?1");

    public Statement DeleteValues { get; } = set.Add("DELETE FROM person_variables WHERE person = ?1");

    public Statement DeletePerson { get; } = set.Add("DELETE FROM people WHERE instance = ?1 AND id = ?2");

    public Statement Empty { get; } = set.Add(
        """
        UPDATE conversations
        SET external_id = '', sequence = ?2, owner = ?3, epoch = ?4, lost_epoch = NULL, changed_at = ?5, last_event = 0, format = ?6, state = ?7
        WHERE id = ?1
        """);

    public Statement RewriteAudit { get; } = set.Add("UPDATE audit SET subject = ?2, details = ?3 WHERE number = ?1");
}
