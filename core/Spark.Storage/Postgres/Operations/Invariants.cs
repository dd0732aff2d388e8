namespace Spark.Storage.Postgres.Operations;

/// <summary>What must hold between the tables of a PostgreSQL.</summary>
internal static class Invariants
{
    private const string Key = "encode(conversation, 'hex')";
    private const string Turn = Key + " || '-' || sequence";
    private const string Effect = Turn + " || '-' || position";

    public static IReadOnlyList<Invariant> All { get; } =
    [
        Invariant.Orphans(
            "events",
            Turn,
            "NOT EXISTS (SELECT FROM conversations c WHERE c.conversation = events.conversation AND c.sequence >= events.sequence)",
            "events belong to no conversation, or come after its last turn"),
        Invariant.Conversations(
            $"SELECT {Key} FROM conversations c WHERE sequence <> (SELECT max(e.sequence) FROM events e WHERE e.conversation = c.conversation)",
            "conversations stand at another turn than their log"),
        Invariant.Orphans(
            "outbox",
            Effect,
            "NOT EXISTS (SELECT FROM events e WHERE e.conversation = outbox.conversation AND e.sequence = outbox.sequence AND e.effects IS NOT NULL)",
            "effects have no event that caused them"),
        Invariant.Orphans(
            "outbox",
            Effect,
            "NOT EXISTS (SELECT FROM conversations c WHERE c.conversation = outbox.conversation)",
            "effects belong to conversations that are not there"),
        new(
            $"SELECT {Effect} FROM outbox WHERE {InUnknownHands}",
            "open effects are in the hands of nodes that nobody knows",
            $"Put them into nobody's, from which a node takes them: UPDATE outbox SET node = 0 WHERE {InUnknownHands}"),
        Invariant.Orphans(
            "seen",
            Key,
            "NOT EXISTS (SELECT FROM conversations c WHERE c.conversation = seen.conversation AND c.sequence >= seen.sequence)",
            "keys name events that did not happen, of conversations"),
        Invariant.Orphans(
            "timers", Key, "NOT EXISTS (SELECT FROM conversations c WHERE c.conversation = timers.conversation)", "timers belong to no conversation"),
        Invariant.Orphans(
            "episodes",
            Key + " || ' ' || number",
            "NOT EXISTS (SELECT FROM conversations c WHERE c.conversation = episodes.conversation)",
            "episodes belong to conversations that are not there"),
        new(
            "SELECT p.bot || ' ' || p.version FROM publications p WHERE NOT EXISTS (SELECT FROM bot_versions v WHERE v.bot = p.bot AND v.version = p.version)",
            "bots are published in versions that are not kept",
            "Publish each of them again: spark publish"),
        new(
            "SELECT 'revision' FROM revision HAVING count(*) <> 1",
            "table does not have the one row that tells nodes of changes",
            "Restore a backup; without one stop all nodes, and write it: INSERT INTO revision (revision) VALUES (1)"),
        new(
            "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid AND indrelid::regclass::text = ANY ('{conversations,episodes,events,seen,outbox,timers}')",
            "indexes are not valid",
            "Build each of them anew: REINDEX INDEX NAME"),
    ];

    private const string InUnknownHands = "status < 10 AND node <> 0 AND NOT EXISTS (SELECT FROM nodes n WHERE n.id = outbox.node)";
}
