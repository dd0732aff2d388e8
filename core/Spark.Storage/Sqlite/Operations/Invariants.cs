namespace Spark.Storage.Sqlite.Operations;

/// <summary>What must hold between the tables. Each counts the rows for which it does not.</summary>
internal static class Invariants
{
    public static IReadOnlyList<(string Sql, string Problem)> All { get; } =
    [
        ("SELECT count(*) FROM outbox o LEFT JOIN events e ON e.id = o.event WHERE e.id IS NULL OR e.sequence <> o.sequence",
            "effects lie in the outbox without their event."),
        ("SELECT count(*) FROM outbox o LEFT JOIN conversations c ON c.key = o.conversation WHERE c.id IS NULL",
            "effects belong to conversations that are not there."),
        ("""
         SELECT count(*) FROM events e WHERE e.effect_count <>
             (SELECT count(*) FROM outbox o WHERE o.id >= e.first_effect AND o.id < e.first_effect + e.effect_count AND o.event = e.id)
         """,
            "events lack a part of their effects' rows."),
        ("SELECT count(*) FROM events e JOIN events p ON p.id = e.previous WHERE p.conversation <> e.conversation OR p.sequence <> e.sequence - 1",
            "events do not follow the one before them in their conversation."),
        ("SELECT count(*) FROM conversations c JOIN events e ON e.id = c.last_event WHERE e.conversation <> c.id OR e.sequence <> c.sequence",
            "conversations do not stand where their newest event left them."),
        ("SELECT count(*) FROM conversations WHERE json_extract(CAST(state AS TEXT), '$.sequence') <> sequence",
            "conversations have a state of another turn than their last one."),
        ("SELECT count(*) FROM seen s LEFT JOIN conversations c ON c.id = s.conversation WHERE c.id IS NULL OR s.sequence > c.sequence",
            "keys name events that did not happen."),
        ("SELECT count(*) FROM timers t LEFT JOIN conversations c ON c.id = t.conversation WHERE c.id IS NULL",
            "timers belong to conversations that are not there."),
        ("SELECT count(*) FROM episodes e LEFT JOIN conversations c ON c.id = e.conversation WHERE c.id IS NULL",
            "episodes belong to conversations that are not there."),
        ("SELECT count(*) FROM publications p LEFT JOIN bot_versions v ON v.bot = p.bot AND v.version = p.version WHERE v.bot IS NULL",
            "bots are published in versions that are not kept."),
    ];
}
