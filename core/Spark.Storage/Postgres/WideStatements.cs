using Spark.Storage.Postgres.Outbox;

namespace Spark.Storage.Postgres;

/// <summary>
/// Every statement that spans many conversations, with the index by which it finds its rows. All others name a conversation, or read a
/// table that has a row a node or a bot. The check of the whole database (<see cref="Operations.PostgresCare"/>) is no part of a node's day.
/// </summary>
internal static class WideStatements
{
    /// <summary>Finds open effects of nodes: conversation, sequence, position, limit, the nodes.</summary>
    public static readonly WideStatement FindLeft = new(
        """
        SELECT o.conversation, o.sequence, o.position FROM outbox o
        WHERE o.status < 10 AND (o.conversation, o.sequence, o.position) > ($1::bytea, $2::bigint, $3::integer) AND o.node = ANY ($5::bigint[])
        ORDER BY o.conversation, o.sequence, o.position LIMIT $4::integer
        """,
        "outbox_open");

    /// <summary>Takes effects over that belong to nobody who lives: node, conversations, sequences, positions.</summary>
    public static readonly WideStatement Take = new(
        $"""
        WITH page AS MATERIALIZED (
            SELECT o.conversation, o.sequence, o.position
            FROM unnest($2::bytea[], $3::bigint[], $4::integer[]) AS a (conversation, sequence, position)
            JOIN outbox o ON o.conversation = a.conversation AND o.sequence = a.sequence AND o.position = a.position
            WHERE o.status < 10 AND o.node <> $1::bigint
                AND NOT EXISTS (SELECT FROM nodes n WHERE n.id = o.node AND n.lease_until > clock_timestamp())
            FOR UPDATE OF o SKIP LOCKED
        ), taken AS (
            UPDATE outbox o SET node = $1::bigint FROM page p
            WHERE o.conversation = p.conversation AND o.sequence = p.sequence AND o.position = p.position
            RETURNING o.*
        )
        SELECT {EntryReader.Columns} FROM taken o {EntryReader.Joins} ORDER BY o.conversation, o.sequence, o.position
        """,
        "outbox_open");

    /// <summary>Reads which of some effects are open in a node's hands: as above.</summary>
    public static readonly WideStatement ReadTaken = new(
        $"""
        SELECT {EntryReader.Columns}
        FROM unnest($2::bytea[], $3::bigint[], $4::integer[]) AS a (conversation, sequence, position)
        JOIN outbox o ON o.conversation = a.conversation AND o.sequence = a.sequence AND o.position = a.position {EntryReader.Joins}
        WHERE o.status < 10 AND o.node = $1::bigint
        ORDER BY o.conversation, o.sequence, o.position
        """,
        "outbox_open");

    /// <summary>Reads open actions in a node's hands: node, conversation, sequence, position, limit.</summary>
    public static readonly WideStatement OpenActions = new(
        $"""
        SELECT {EntryReader.Columns} FROM outbox o {EntryReader.Joins}
        WHERE o.status < 10 AND (o.conversation, o.sequence, o.position) > ($2::bytea, $3::bigint, $4::integer) AND o.node = $1::bigint AND NOT o.lane
        ORDER BY o.conversation, o.sequence, o.position LIMIT $5::integer
        """,
        "outbox_open");

    /// <summary>Forgets those of some nodes that died a while ago and have left nothing: the nodes, which can write nothing more.</summary>
    public static readonly WideStatement ForgetNodes = new(
        """
        DELETE FROM nodes n WHERE n.id = ANY ($1::bigint[]) AND n.lease_until < clock_timestamp() - interval '1 minute' AND n.id <> ALL (
            ARRAY(SELECT DISTINCT o.node FROM outbox o WHERE o.status < 10))
        """,
        "outbox_open");

    /// <summary>Takes conversations that are due: now, where they are to stand, limit.</summary>
    public static readonly WideStatement TakeDue = new(
        """
        WITH due AS MATERIALIZED (
            SELECT conversation, wake_at FROM timers WHERE wake_at <= $1::bigint ORDER BY wake_at LIMIT $3::integer FOR UPDATE SKIP LOCKED
        ), held AS (
            UPDATE timers t SET wake_at = $2::bigint FROM due d WHERE t.conversation = d.conversation
            RETURNING t.conversation, d.wake_at
        )
        SELECT h.conversation, c.instance, c.external_id, h.wake_at FROM held h JOIN conversations c ON c.conversation = h.conversation
        ORDER BY h.wake_at, h.conversation
        """,
        "timers_wake");

    /// <summary>When the next conversation is due.</summary>
    public static readonly WideStatement NextDue = new("SELECT min(wake_at) FROM timers", "timers_wake");

    /// <summary>Deletes old events, with the effects that ended: before, limit.</summary>
    public static readonly WideStatement PruneEvents = new(
        """
        WITH old AS MATERIALIZED (
            SELECT e.conversation, e.sequence FROM events e
            WHERE e.at < $1::bigint
                AND NOT EXISTS (SELECT FROM outbox o WHERE o.conversation = e.conversation AND o.sequence = e.sequence AND o.status < 10)
            ORDER BY e.at LIMIT $2::integer
        ), effects AS (
            DELETE FROM outbox o USING old WHERE o.conversation = old.conversation AND o.sequence = old.sequence
        )
        DELETE FROM events e USING old WHERE e.conversation = old.conversation AND e.sequence = old.sequence
        """,
        "events_at");

    /// <summary>Deletes old keys of events: before, limit.</summary>
    public static readonly WideStatement PruneSeen = new(
        """
        WITH old AS MATERIALIZED (SELECT conversation, key FROM seen WHERE at < $1::bigint ORDER BY at LIMIT $2::integer)
        DELETE FROM seen s USING old WHERE s.conversation = old.conversation AND s.key = old.key
        """,
        "seen_at");

    /// <summary>Deletes episodes that ended long ago: before, limit.</summary>
    public static readonly WideStatement PruneEpisodes = new(
        """
        WITH old AS MATERIALIZED (
            SELECT conversation, number FROM episodes WHERE ended_at IS NOT NULL AND ended_at < $1::bigint ORDER BY ended_at LIMIT $2::integer
        )
        DELETE FROM episodes e USING old WHERE e.conversation = old.conversation AND e.number = old.number
        """,
        "episodes_ended");

    /// <summary>Deletes names of far systems that nobody has renewed for long: before, limit.</summary>
    public static readonly WideStatement PruneLinks = new(
        """
        WITH old AS MATERIALIZED (SELECT connection, external_id FROM links WHERE at < $1::bigint ORDER BY at LIMIT $2::integer)
        DELETE FROM links l USING old WHERE l.connection = old.connection AND l.external_id = old.external_id
        """,
        "links_at");

    /// <summary>Deletes what was known of people for a time that is over: now, limit.</summary>
    public static readonly WideStatement PrunePersonVariables = new(
        """
        WITH old AS MATERIALIZED (SELECT person, bot, name FROM person_variables WHERE until < $1::bigint ORDER BY until LIMIT $2::integer)
        DELETE FROM person_variables v USING old WHERE v.person = old.person AND v.bot = old.bot AND v.name = old.name
        """,
        "person_variables_until");

    /// <summary>Deletes old attempts to open tickets, as far as nobody is at their effects any more: before, limit.</summary>
    public static readonly WideStatement PruneEscalations = new(
        """
        WITH old AS MATERIALIZED (
            SELECT e.conversation, e.number FROM escalations e
            WHERE e.began_at < $1::bigint AND NOT EXISTS (
                SELECT FROM outbox o WHERE o.conversation = e.conversation AND o.sequence = e.sequence AND o.position = e.position AND o.status < 10)
            ORDER BY e.began_at LIMIT $2::integer
        )
        DELETE FROM escalations e USING old WHERE e.conversation = old.conversation AND e.number = old.number
        """,
        "escalations_began");

    /// <summary>Lists conversations, those changed last first: changed at, conversation, limit.</summary>
    public static readonly WideStatement ListConversations = new(
        """
        SELECT conversation, instance, external_id, sequence, owner, began_at, changed_at FROM conversations
        WHERE changed_about <= ($1::bigint >> 20) AND (changed_at, conversation) < ($1::bigint, $2::bytea)
        ORDER BY changed_about DESC, changed_at DESC, conversation DESC LIMIT $3::integer
        """,
        "conversations_changed");

    /// <summary>Lists episodes, those that began last first: began at, conversation, number, from, how many to look at, open, outcome, instance, bot, text, limit.</summary>
    public static readonly WideStatement ListEpisodes = new(
        $"""
        SELECT c.conversation, c.instance, c.external_id, c.sequence, c.owner, c.began_at, c.changed_at,
            e.number, e.bot, e.version, e.began_at, e.ended_at, e.outcome, e.reason, e.type, e.category, e.ticket, e.ticket_url, c.state
        FROM (SELECT * FROM episodes WHERE {EpisodesBefore} LIMIT $5::integer) e JOIN conversations c ON c.conversation = e.conversation
        WHERE ($6::boolean IS NULL OR (e.ended_at IS NULL AND e.outcome IS NULL) = $6) AND ($7::text IS NULL OR e.outcome = $7) AND ($8::text IS NULL OR c.instance = $8)
            AND ($9::text[] IS NULL OR e.bot = ANY ($9))
            AND ($10::text IS NULL OR strpos(lower(c.external_id), $10) > 0 OR strpos(lower(e.reason), $10) > 0 OR strpos(lower(e.ticket), $10) > 0)
        ORDER BY e.began_at DESC, e.conversation DESC, e.number DESC LIMIT $11::integer
        """,
        "episodes_began");

    /// <summary>The last episode that a page looks at: began at, conversation, number, from, how many before it.</summary>
    public static readonly WideStatement EpisodesEdge = new(
        $"SELECT began_at, conversation, number FROM episodes WHERE {EpisodesBefore} LIMIT 1 OFFSET $5::integer", "episodes_began");

    /// <summary>Counts episodes by time and outcome: from, until, what is added, length of a stretch, open, outcome, bot.</summary>
    public static readonly WideStatement CountEpisodes = new(
        $"SELECT (e.began_at + $3::bigint) / $4::bigint, e.outcome, count(*) FROM episodes e WHERE {EpisodesCounted} GROUP BY 1, 2", "episodes_began");

    /// <summary>Counts episodes of one channel instance: as above, and the instance.</summary>
    public static readonly WideStatement CountEpisodesOnInstance = new(
        $"""
        SELECT (e.began_at + $3::bigint) / $4::bigint, e.outcome, count(*)
        FROM episodes e JOIN conversations c ON c.conversation = e.conversation WHERE {EpisodesCounted} AND c.instance = $8::text GROUP BY 1, 2
        """,
        "episodes_began");

    /// <summary>Lists open effects, the oldest first: statuses, created at, conversation, sequence, position, limit.</summary>
    public static readonly WideStatement ListOpen = new(Listing("o.status < 10"), "outbox_open");

    /// <summary>Lists failed and unknown effects, the oldest first: as above.</summary>
    public static readonly WideStatement ListTroubled = new(Listing("o.status IN (11, 12)"), "outbox_troubled");

    /// <summary>Lists effects that ended well, the oldest first: as above. An operator's wish, and a rare one: it reads the whole table.</summary>
    public static readonly WideStatement ListEnded = new(Listing("o.status >= 10"), "");

    /// <summary>Counts the open effects, a hundred thousand at the most, and finds the oldest of those counted.</summary>
    public static readonly WideStatement Measure = new(
        "SELECT count(*), min(created_at) FROM (SELECT created_at FROM outbox WHERE status < 10 LIMIT 100000) o", "outbox_open");

    public static IReadOnlyList<WideStatement> All { get; } =
    [
        FindLeft, Take, ReadTaken, OpenActions, ForgetNodes, TakeDue, NextDue, PruneEvents, PruneSeen, PruneEpisodes, PruneLinks, PrunePersonVariables, PruneEscalations, ListConversations, ListEpisodes, EpisodesEdge, CountEpisodes, CountEpisodesOnInstance, ListOpen, ListTroubled, ListEnded, Measure,
    ];

    private const string EpisodesBefore =
        "(began_at, conversation, number) < ($1::bigint, $2::bytea, $3::integer) AND began_at >= $4::bigint ORDER BY began_at DESC, conversation DESC, number DESC";

    private const string EpisodesCounted =
        "e.began_at >= $1::bigint AND e.began_at < $2::bigint AND ($5::boolean IS NULL OR (e.ended_at IS NULL AND e.outcome IS NULL) = $5) AND ($6::text IS NULL OR e.outcome = $6) AND ($7::text[] IS NULL OR e.bot = ANY ($7))";

    private static string Listing(string condition) =>
        $"""
        SELECT {EntryReader.Columns} FROM outbox o {EntryReader.Joins}
        WHERE {condition} AND o.status = ANY ($1::smallint[])
            AND (o.created_at, o.conversation, o.sequence, o.position) > ($2::bigint, $3::bytea, $4::bigint, $5::integer)
        ORDER BY o.created_at, o.conversation, o.sequence, o.position LIMIT $6::integer
        """;
}
