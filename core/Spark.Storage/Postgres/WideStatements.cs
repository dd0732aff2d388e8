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

    /// <summary>The next bot of which an episode has ended: the one before.</summary>
    public static readonly WideStatement NextBot = new("SELECT min(bot) FROM episodes WHERE bot > $1::text AND ended_at IS NOT NULL", "episodes_of_bot");

    /// <summary>
    /// Deletes episodes of a bot that ended long ago, with the events up to their end: bot, before, limit. One waits for those before it in its
    /// conversation, unless they go as well.
    /// </summary>
    public static readonly WideStatement PruneBot = new(
        """
        WITH old AS MATERIALIZED (
            SELECT e.conversation, e.number, e.ended_at FROM episodes e
            WHERE e.bot = $1::text AND e.ended_at IS NOT NULL AND e.ended_at < $2::bigint AND NOT EXISTS (
                SELECT FROM episodes b
                WHERE b.conversation = e.conversation AND b.number < e.number AND (b.bot = e.bot AND b.ended_at IS NOT NULL AND b.ended_at < $2) IS NOT TRUE)
            ORDER BY e.bot, e.ended_at LIMIT $3::integer
        ), log AS MATERIALIZED (
            SELECT conversation, max(ended_at) AS until FROM old GROUP BY conversation
        ), gone AS MATERIALIZED (
            SELECT v.conversation, v.sequence FROM log l JOIN events v ON v.conversation = l.conversation
            WHERE v.at <= l.until
                AND NOT EXISTS (SELECT FROM outbox o WHERE o.conversation = v.conversation AND o.sequence = v.sequence AND o.status < 10)
        ), effects AS (
            DELETE FROM outbox o USING gone g WHERE o.conversation = g.conversation AND o.sequence = g.sequence
        ), happened AS (
            DELETE FROM events e USING gone g WHERE e.conversation = g.conversation AND e.sequence = g.sequence RETURNING e.sequence
        ), attempts AS (
            DELETE FROM escalations x USING log l WHERE x.conversation = l.conversation AND x.began_at <= l.until AND NOT EXISTS (
                SELECT FROM outbox o WHERE o.conversation = x.conversation AND o.sequence = x.sequence AND o.position = x.position AND o.status < 10)
        ), ended AS (
            DELETE FROM episodes e USING old o WHERE e.conversation = o.conversation AND e.number = o.number RETURNING e.number
        )
        SELECT (SELECT count(*) FROM ended)::integer, (SELECT count(*) FROM happened)::integer
        """,
        "episodes_of_bot");

    /// <summary>Counts episodes of a bot that ended before a time, and the events in them: bot, before, limit.</summary>
    public static readonly WideStatement CountOfBot = new(
        """
        WITH old AS MATERIALIZED (
            SELECT e.conversation, e.began_at, e.ended_at FROM episodes e
            WHERE e.bot = $1::text AND e.ended_at IS NOT NULL AND e.ended_at < $2::bigint ORDER BY e.bot, e.ended_at LIMIT $3::integer
        )
        SELECT (SELECT count(*) FROM old)::integer, (SELECT count(*) FROM (
            SELECT FROM old o JOIN events v ON v.conversation = o.conversation WHERE v.at BETWEEN o.began_at AND o.ended_at LIMIT $3) v)::integer
        """,
        "episodes_of_bot");

    /// <summary>All conversations with their person, by their keys: conversation, limit. Whoever looks for a person reads them all, a page at a time.</summary>
    public static readonly WideStatement PersonsInConversations = new(
        """
        SELECT conversation, instance, external_id, changed_at, convert_from(state, 'UTF8')::json ->> 'person' FROM conversations
        WHERE conversation > $1::bytea ORDER BY conversation LIMIT $2::integer
        """,
        "conversations_pkey");

    /// <summary>All remembered people: instance, id, limit.</summary>
    public static readonly WideStatement RememberedPeople = new(
        """
        SELECT instance, coalesce(whole_id, id), principal_name, email, name, conversation, details, reachable, written_at FROM people
        WHERE (instance, id) > ($1::text, $2::text) ORDER BY instance, id LIMIT $3::integer
        """,
        "people_pkey");

    /// <summary>Deletes files of events' age, with their pieces: before, limit.</summary>
    public static readonly WideStatement PruneFiles = new(
        """
        WITH old AS MATERIALIZED (SELECT id FROM files WHERE kept_at < $1::bigint ORDER BY kept_at LIMIT $2::integer)
        DELETE FROM files f USING old WHERE f.id = old.id
        """,
        "files_by_age");

    /// <summary>How many bytes all files have: asked once in half a minute at most, while files come in.</summary>
    public static readonly WideStatement BytesOfFiles = new("SELECT coalesce(sum(size), 0)::bigint FROM files WHERE kept_at > 0", "files_by_age");

    /// <summary>
    /// Lists conversations, those changed last first: changed at, conversation, limit. What changed within seventeen minutes is sorted for a
    /// page; an index to the millisecond would be written with each turn.
    /// </summary>
    public static readonly WideStatement ListConversations = new(
        """
        SELECT conversation, instance, external_id, sequence, owner, began_at, changed_at FROM conversations
        WHERE changed_about <= ($1::bigint >> 20) AND (changed_at, conversation) < ($1::bigint, $2::bytea)
        ORDER BY changed_about DESC, changed_at DESC, conversation DESC LIMIT $3::integer
        """,
        "conversations_changed");

    /// <summary>The conversation of the newest event.</summary>
    public static readonly WideStatement NewestConversation = new(
        """
        SELECT c.conversation, c.instance, c.external_id, c.sequence, c.owner, c.began_at, c.changed_at
        FROM (SELECT conversation FROM events ORDER BY at DESC LIMIT 1) e JOIN conversations c ON c.conversation = e.conversation
        """,
        "events_at");

    /// <summary>Lists episodes, those that began last first: began at, conversation, number, from, how many to look at, open, outcome, instance, bots, first word, limit, type, word behind the last.</summary>
    public static readonly WideStatement ListEpisodes = new(EpisodeListing(EpisodesBefore, "DESC"), "episodes_began");

    /// <summary>Lists episodes, those that began first first: as above, with until in the place of from.</summary>
    public static readonly WideStatement ListEpisodesOldest = new(EpisodeListing(EpisodesAfter, "ASC"), "episodes_began");

    /// <summary>The last episode that a page looks at: began at, conversation, number, from, how many before it.</summary>
    public static readonly WideStatement EpisodesEdge = new(
        $"SELECT began_at, conversation, number FROM episodes WHERE {EpisodesBefore} LIMIT 1 OFFSET $5::integer", "episodes_began");

    /// <summary>The same in the other order: began at, conversation, number, until, how many before it.</summary>
    public static readonly WideStatement EpisodesEdgeOldest = new(
        $"SELECT began_at, conversation, number FROM episodes WHERE {EpisodesAfter} LIMIT 1 OFFSET $5::integer", "episodes_began");

    /// <summary>Counts episodes by time and outcome: from, until, what is added, length of a stretch, open, outcome, bots, instance, type, first word, word behind the last.</summary>
    public static readonly WideStatement CountEpisodes = new(
        $"""
        SELECT (e.began_at + $3::bigint) / $4::bigint, e.outcome, count(*) FROM episodes e
        WHERE {EpisodesCounted} AND ($10::text IS NULL OR {HasWord("$10::text", "$11::text")}) GROUP BY 1, 2
        """,
        "episodes_began");

    /// <summary>Lists episodes that few words find: as the list, by the words.</summary>
    public static readonly WideStatement ListSought = new(SoughtListing(EpisodesBefore, "DESC"), "search_words_word");

    /// <summary>The same, those that began first first.</summary>
    public static readonly WideStatement ListSoughtOldest = new(SoughtListing(EpisodesAfter, "ASC"), "search_words_word");

    /// <summary>Counts episodes that few words find: as the count, by the words.</summary>
    public static readonly WideStatement CountSought = new(
        $"""
        SELECT (e.began_at + $3::bigint) / $4::bigint, e.outcome, count(*)
        FROM (SELECT DISTINCT e.* FROM search_words w {EpisodesOfWord} WHERE w.word >= $10::text AND w.word < $11::text) e
        WHERE {EpisodesCounted} GROUP BY 1, 2
        """,
        "search_words_word");

    /// <summary>How many words there are in a range: first, behind the last, the most to count.</summary>
    public static readonly WideStatement MeasureWords = new(
        "SELECT count(*) FROM (SELECT FROM search_words WHERE word >= $1::text AND word < $2::text LIMIT $3::integer) w", "search_words_word");

    /// <summary>Takes conversations without words, that nobody else has in hand: limit.</summary>
    public static readonly WideStatement Wordless = new(
        "SELECT conversation, external_id, state FROM conversations WHERE NOT has_words ORDER BY conversation LIMIT $1::integer FOR UPDATE SKIP LOCKED",
        "conversations_wordless");

    /// <summary>Lists open effects, the oldest first: statuses, created at, conversation, sequence, position, limit.</summary>
    public static readonly WideStatement ListOpen = new(Listing("o.status < 10"), "outbox_open");

    /// <summary>Lists failed and unknown effects, the oldest first: as above.</summary>
    public static readonly WideStatement ListTroubled = new(Listing("o.status IN (11, 12)"), "outbox_troubled");

    /// <summary>Lists effects that ended well, the oldest first: as above. An operator's wish, and a rare one: it reads the whole table.</summary>
    public static readonly WideStatement ListEnded = new(Listing("o.status >= 10"), "");

    /// <summary>
    /// Counts the open effects and finds the oldest of them, among a hundred thousand at the most. What waits for the next request of its
    /// person may wait for good: it is counted, and has no age.
    /// </summary>
    public static readonly WideStatement Measure = new(
        """
        SELECT
            (SELECT count(*) FROM (SELECT FROM outbox WHERE status < 10 LIMIT 100000) o),
            (SELECT min(created_at) FROM (SELECT created_at FROM outbox WHERE status < 10 AND status <> 2 LIMIT 100000) o)
        """,
        "outbox_open");

    /// <summary>Makes every open effect one that nobody knows the fate of: reason. Node 0 is nobody; 12 is unknown.</summary>
    public static readonly WideStatement Hold = new(
        "UPDATE outbox SET status = 12, node = 0, due_at = NULL, may_have_arrived = true, reason = $1 WHERE status < 10", "outbox_open");

    /// <summary>Counts the open episodes of each version.</summary>
    public static readonly WideStatement OpenEpisodes = new(
        "SELECT bot, version, count(*) FROM episodes WHERE ended_at IS NULL GROUP BY bot, version ORDER BY bot, version", "episodes_open");

    public static IReadOnlyList<WideStatement> All { get; } =
    [
        Hold, OpenEpisodes, FindLeft, Take, ReadTaken, OpenActions, ForgetNodes, TakeDue, NextDue, PruneEvents, PruneSeen, PruneEpisodes, PruneLinks, PrunePersonVariables, PruneEscalations, PruneFiles, BytesOfFiles, NextBot, PruneBot, CountOfBot, PersonsInConversations, RememberedPeople, ListConversations, NewestConversation, ListEpisodes, ListEpisodesOldest, EpisodesEdge, EpisodesEdgeOldest, CountEpisodes, ListSought, ListSoughtOldest, CountSought, MeasureWords, Wordless, ListOpen, ListTroubled, ListEnded, Measure,
    ];

    private const string EpisodesBefore =
        "(began_at, conversation, number) < ($1::bigint, $2::bytea, $3::integer) AND began_at >= $4::bigint ORDER BY began_at DESC, conversation DESC, number DESC";

    private const string EpisodesAfter =
        "(began_at, conversation, number) > ($1::bigint, $2::bytea, $3::integer) AND began_at < $4::bigint ORDER BY began_at, conversation, number";

    private const string EpisodesCounted =
        "e.began_at >= $1::bigint AND e.began_at < $2::bigint AND ($5::boolean IS NULL OR (e.ended_at IS NULL AND e.outcome IS NULL) = $5) AND ($6::text IS NULL OR e.outcome = $6) AND ($7::text[] IS NULL OR e.bot = ANY ($7)) AND ($8::text IS NULL OR e.instance = $8) AND ($9::text IS NULL OR e.type = $9)";

    private const string EpisodesOfWord = "JOIN episodes e ON e.conversation = w.conversation AND (w.number = 0 OR w.number = e.number)";

    private const string EpisodesFitting =
        """
        WHERE ($6::boolean IS NULL OR (e.ended_at IS NULL AND e.outcome IS NULL) = $6) AND ($7::text IS NULL OR e.outcome = $7) AND ($8::text IS NULL OR e.instance = $8)
            AND ($9::text[] IS NULL OR e.bot = ANY ($9)) AND ($12::text IS NULL OR e.type = $12)
        """;

    private const string Listed =
        """
        SELECT c.conversation, c.instance, c.external_id, c.sequence, c.owner, c.began_at, c.changed_at,
            e.number, e.bot, e.version, e.began_at, e.ended_at, e.outcome, e.reason, e.type, e.category, e.ticket, e.ticket_url, c.state
        """;

    private static string HasWord(string from, string until) =>
        $"EXISTS (SELECT FROM search_words w WHERE w.conversation = e.conversation AND w.number IN (0, e.number) AND w.word >= {from} AND w.word < {until})";

    private static string SoughtListing(string place, string order) =>
        $"""
        {Listed}
        FROM (SELECT * FROM (
            SELECT DISTINCT e.* FROM (SELECT conversation, number FROM search_words WHERE word >= $10::text AND word < $13::text LIMIT $5::integer) w {EpisodesOfWord}) f
            WHERE {place}) e JOIN conversations c ON c.conversation = e.conversation
        {EpisodesFitting}
        ORDER BY e.began_at {order}, e.conversation {order}, e.number {order} LIMIT $11::integer
        """;

    private static string EpisodeListing(string place, string order) =>
        $"""
        {Listed}
        FROM (SELECT * FROM episodes WHERE {place} LIMIT $5::integer) e JOIN conversations c ON c.conversation = e.conversation
        {EpisodesFitting}
            AND ($10::text IS NULL OR {HasWord("$10::text", "$13::text")})
        ORDER BY e.began_at {order}, e.conversation {order}, e.number {order} LIMIT $11::integer
        """;

    private static string Listing(string condition) =>
        $"""
        SELECT {EntryReader.Columns} FROM outbox o {EntryReader.Joins}
        WHERE {condition} AND o.status = ANY ($1::smallint[])
            AND (o.created_at, o.conversation, o.sequence, o.position) > ($2::bigint, $3::bytea, $4::bigint, $5::integer)
        ORDER BY o.created_at, o.conversation, o.sequence, o.position LIMIT $6::integer
        """;
}
