namespace Spark.Storage.Sqlite.Operations;

/// <summary>What must hold between the tables of a SQLite file.</summary>
internal static class Invariants
{
    private const string Effect = "lower(hex(conversation)) || '-' || sequence || '-' || position";

    // A conversation's key, where it has one: of others there is only the number.
    private const string OfEvent = "coalesce((SELECT lower(hex(c.key)) FROM conversations c WHERE c.id = e.conversation), 'conversation ' || e.conversation)";
    private const string Numbered = "'conversation ' || conversation";

    public static IReadOnlyList<Invariant> All { get; } =
    [
        Invariant.Orphans(
            "outbox",
            Effect,
            "NOT EXISTS (SELECT 1 FROM events e WHERE e.id = outbox.event AND e.sequence = outbox.sequence)",
            "effects lie in the outbox without their event"),
        Invariant.Orphans(
            "outbox",
            Effect,
            "NOT EXISTS (SELECT 1 FROM conversations c WHERE c.key = outbox.conversation)",
            "effects belong to conversations that are not there"),
        Invariant.Orphans(
            "events",
            Numbered + " || ', turn ' || sequence",
            "NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = events.conversation)",
            "events belong to conversations that are not there"),
        Invariant.Conversations(
            $"""
            SELECT {OfEvent} FROM events e WHERE e.effect_count <>
                (SELECT count(*) FROM outbox o WHERE o.id >= e.first_effect AND o.id < e.first_effect + e.effect_count AND o.event = e.id)
            """,
            "events lack a part of their effects' rows, of conversations"),
        Invariant.Conversations(
            $"SELECT {OfEvent} FROM events e JOIN events p ON p.id = e.previous WHERE p.conversation <> e.conversation OR p.sequence <> e.sequence - 1",
            "events do not follow the one before them in their conversation"),
        Invariant.Conversations(
            "SELECT lower(hex(c.key)) FROM conversations c JOIN events e ON e.id = c.last_event WHERE e.conversation <> c.id OR e.sequence <> c.sequence",
            "conversations do not stand where their newest event left them"),
        Invariant.Conversations(
            "SELECT lower(hex(key)) FROM conversations WHERE json_extract(CAST(state AS TEXT), '$.sequence') <> sequence",
            "conversations have a state of another turn than their last one"),
        Invariant.Orphans(
            "seen",
            Numbered,
            "NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = seen.conversation AND c.sequence >= seen.sequence)",
            "keys name events that did not happen"),
        Invariant.Orphans(
            "timers", Numbered, "NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = timers.conversation)", "timers belong to conversations that are not there"),
        Invariant.Orphans(
            "episodes",
            Numbered,
            "NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = episodes.conversation)",
            "episodes belong to conversations that are not there"),
        new(
            "SELECT p.bot || ' ' || p.version FROM publications p LEFT JOIN bot_versions v ON v.bot = p.bot AND v.version = p.version WHERE v.bot IS NULL",
            "bots are published in versions that are not kept",
            "Publish each of them again: spark publish"),
    ];
}
