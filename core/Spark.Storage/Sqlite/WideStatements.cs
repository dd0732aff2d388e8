using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite;

/// <summary>
/// Every statement that spans many conversations, with what it finds its rows by (the rows of the log and of the outbox are in the order
/// of time themselves). All others name a conversation or a row, or read a table that has a row a bot. The check of the whole database
/// (<see cref="Operations.SqliteCare"/>) is no part of a host's day.
/// </summary>
internal static class WideStatements
{
    /// <summary>Open effects of other nodes: node, then conversation, sequence, position of the last, limit.</summary>
    public static readonly WideStatement Abandoned = new(
        $"""
        {OutboxRow.Select}
        WHERE (o.conversation, o.sequence, o.position) > (?2, ?3, ?4) AND o.status < 10 AND o.node <> ?1
        ORDER BY o.conversation, o.sequence, o.position LIMIT ?5
        """,
        "outbox_open");

    /// <summary>Open effects: the row behind which to begin, limit.</summary>
    public static readonly WideStatement ListOpen = new(
        $"{OutboxRow.SelectFrom("outbox AS o INDEXED BY outbox_open")} WHERE o.status < 10 AND o.id > ?1 ORDER BY o.id LIMIT ?2", "outbox_open");

    /// <summary>Failed and unknown effects: the row behind which to begin, limit.</summary>
    public static readonly WideStatement ListTroubled = new(
        $"{OutboxRow.SelectFrom("outbox AS o INDEXED BY outbox_troubled")} WHERE o.status IN (11, 12) AND o.id > ?1 ORDER BY o.id LIMIT ?2",
        "outbox_troubled");

    /// <summary>Effects that ended otherwise: the row behind which to begin, limit.</summary>
    public static readonly WideStatement ListEnded = new(
        $"{OutboxRow.Select} WHERE o.status IN (10, 13, 14) AND o.id > ?1 ORDER BY o.id LIMIT ?2", "INTEGER PRIMARY KEY");

    /// <summary>Counts open effects, up to 100,000, and finds the oldest of them.</summary>
    public static readonly WideStatement CountOpen = new(
        "SELECT count(*), min(created_at) FROM (SELECT created_at FROM outbox INDEXED BY outbox_open WHERE status < 10 LIMIT 100000)", "outbox_open");

    /// <summary>Ends what is open as unknown: reason.</summary>
    public static readonly WideStatement HoldOpen = new(
        "UPDATE outbox INDEXED BY outbox_open SET status = 12, node = 0, due_at = NULL, reason = ?1 WHERE status < 10", "outbox_open");

    /// <summary>Conversations that are due: now, limit.</summary>
    public static readonly WideStatement Due = new(
        """
        SELECT t.conversation, t.wake_at, c.conversation, c.instance, c.external_id
        FROM timers t INDEXED BY timers_wake JOIN conversations c ON c.id = t.conversation WHERE t.wake_at <= ?1 ORDER BY t.wake_at LIMIT ?2
        """,
        "timers_wake");

    /// <summary>When the next conversation is due.</summary>
    public static readonly WideStatement NextDue = new("SELECT min(wake_at) FROM timers", "timers_wake");

    /// <summary>Conversations, those changed last first: about when, when and key of the last, limit.</summary>
    public static readonly WideStatement ListConversations = new(
        """
        SELECT conversation, instance, external_id, sequence, owner, began_at, changed_at FROM conversations INDEXED BY conversations_changed
        WHERE changed_about <= ?1 AND (changed_about < ?1 OR changed_at < ?2 OR (changed_at = ?2 AND conversation < ?3))
        ORDER BY changed_about DESC, changed_at DESC, conversation DESC LIMIT ?4
        """,
        "conversations_changed");

    /// <summary>The oldest row of an effect that is open.</summary>
    public static readonly WideStatement OldestOpen = new("SELECT min(id) FROM outbox INDEXED BY outbox_open WHERE status < 10", "outbox_open");

    /// <summary>The oldest events: limit.</summary>
    public static readonly WideStatement OldestEvents = new("SELECT id, at FROM events WHERE id > 0 ORDER BY id LIMIT ?1", "INTEGER PRIMARY KEY");

    /// <summary>Deletes events up to a row.</summary>
    public static readonly WideStatement DeleteEvents = new("DELETE FROM events WHERE id <= ?1", "INTEGER PRIMARY KEY");

    /// <summary>Deletes effects up to a row.</summary>
    public static readonly WideStatement DeleteEffects = new("DELETE FROM outbox WHERE id <= ?1", "INTEGER PRIMARY KEY");

    /// <summary>Keys behind a key: key, source, conversation, limit.</summary>
    public static readonly WideStatement NextSeen = new(
        "SELECT key, source, conversation, at FROM seen WHERE (key, source, conversation) > (?1, ?2, ?3) ORDER BY key, source, conversation LIMIT ?4",
        "PRIMARY KEY");

    /// <summary>Episodes behind an episode: conversation, number, limit.</summary>
    public static readonly WideStatement NextEpisodes = new(
        "SELECT conversation, number, ended_at FROM episodes WHERE (conversation, number) > (?1, ?2) ORDER BY conversation, number LIMIT ?3",
        "PRIMARY KEY");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WideStatement> All { get; } =
    [
        Abandoned, ListOpen, ListTroubled, ListEnded, CountOpen, HoldOpen, Due, NextDue, ListConversations, OldestOpen, OldestEvents, DeleteEvents,
        DeleteEffects, NextSeen, NextEpisodes,
    ];
}
