namespace Spark.Storage.Sqlite.Conversations;

/// <summary>The statements of a turn's write. None touches a row of another conversation; what is known of a person is nobody's alone.</summary>
internal sealed class TurnStatements(StatementSet set)
{
    public const string FindSeen = "SELECT sequence FROM seen WHERE key = ?1 AND source = ?2 AND conversation = ?3";

    public Statement Find { get; } = set.Add("SELECT id, sequence, last_event FROM conversations WHERE key = ?1");

    public Statement Seen { get; } = set.Add(FindSeen);

    public Statement Insert { get; } = set.Add(
        """
        INSERT INTO conversations (id, key, instance, external_id, sequence, owner, epoch, began_at, changed_at, last_event, format, state, has_words)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?10, ?11, 1)
        """);

    // The channel's own name is there already, unless the conversation was erased and comes to life again.
    public Statement Update { get; } = set.Add(
        "UPDATE conversations SET sequence = ?2, owner = ?3, epoch = ?4, changed_at = ?5, last_event = ?6, format = ?7, state = ?8, external_id = ?9 WHERE id = ?1");

    public Statement Event { get; } = set.Add(
        """
        INSERT INTO events (id, conversation, sequence, previous, first_effect, effect_count, cause, at, node, format, data, effects, fault)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """);

    public Statement See { get; } = set.Add("INSERT INTO seen (key, source, conversation, sequence, at) VALUES (?1, ?2, ?3, ?4, ?5)");

    public Statement Wake { get; } = set.Add(
        "INSERT INTO timers (conversation, due_at) VALUES (?1, ?2) ON CONFLICT (conversation) DO UPDATE SET due_at = excluded.due_at");

    public Statement LetSleep { get; } = set.Add("DELETE FROM timers WHERE conversation = ?1");

    public Statement Remember { get; } = set.Add(
        """
        INSERT INTO person_variables (person, bot, name, value, at, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (person, bot, name) DO UPDATE SET value = excluded.value, at = excluded.at, until = excluded.until WHERE excluded.at >= at
        """);

    public Statement Episode { get; } = set.Add(
        """
        INSERT INTO episodes (conversation, number, bot, version, began_at, ended_at, outcome, reason, type, category, ticket, ticket_url, instance)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (conversation, number) DO UPDATE SET
            ended_at = excluded.ended_at, outcome = excluded.outcome, reason = excluded.reason, type = excluded.type,
            category = excluded.category, ticket = excluded.ticket, ticket_url = excluded.ticket_url
        """);

    public Statement Words { get; } = set.Add("SELECT word FROM search_words WHERE conversation = ?1 AND number = ?2 ORDER BY word");

    public Statement DropWords { get; } = set.Add("DELETE FROM search_words WHERE conversation = ?1 AND number = ?2");

    public Statement AddWord { get; } = set.Add("INSERT INTO search_words (conversation, number, word) VALUES (?1, ?2, ?3)");
}
