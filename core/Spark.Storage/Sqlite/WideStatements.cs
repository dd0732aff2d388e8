using Spark.Storage.Sqlite.Operations;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite;

/// <summary>
/// Every statement that spans conversations, with the way by which it finds its rows. All others name one conversation, or tables that have
/// none. (The checks of a whole database read all of it, as they must: <see cref="Invariants"/>.)
/// </summary>
internal static class WideStatements
{
    public const string LastConversation = "SELECT max(id) FROM conversations";

    public const string LastEvent = "SELECT max(id) FROM events";

    public const string LastEffect = "SELECT max(id) FROM outbox";

    public const string TakeOver = OutboxRows.SelectOpen +
        " WHERE (o.conversation, o.sequence, o.position) > (?1, ?2, ?3) AND o.status < 10 AND o.node <> ?4 ORDER BY o.conversation, o.sequence, o.position LIMIT ?5";

    public const string OpenActions = OutboxRows.SelectOpen +
        " WHERE (o.conversation, o.sequence, o.position) > (?1, ?2, ?3) AND o.status < 10 AND o.in_lane = 0 AND o.node = ?4 ORDER BY o.conversation, o.sequence, o.position LIMIT ?5";

    public const string HasForeign = "SELECT EXISTS (SELECT 1 FROM outbox INDEXED BY outbox_open WHERE status < 10 AND node <> ?1)";

    public const string Due =
        """
        SELECT t.conversation, t.due_at, c.key, c.instance, c.external_id
        FROM timers t INDEXED BY timers_due CROSS JOIN conversations c ON c.id = t.conversation
        ORDER BY t.due_at LIMIT ?1
        """;

    public const string OldEvents = "SELECT id, at, first_effect, effect_count FROM events WHERE id > ?1 AND id < ?2 ORDER BY id LIMIT ?3";

    public const string OldKeys =
        "SELECT key, source, conversation, at FROM seen WHERE (key, source, conversation) > (?1, ?2, ?3) ORDER BY key, source, conversation LIMIT ?4";

    public const string OldEpisodes =
        "SELECT conversation, number, ended_at FROM episodes WHERE (conversation, number) > (?1, ?2) ORDER BY conversation, number LIMIT ?3";

    public const string OldLinks =
        "DELETE FROM links WHERE (connection, external_id) IN (SELECT connection, external_id FROM links INDEXED BY links_at WHERE at < ?1 ORDER BY at LIMIT ?2)";

    public const string OldPersonVariables =
        "DELETE FROM person_variables WHERE (person, bot, name) IN (SELECT person, bot, name FROM person_variables INDEXED BY person_variables_until WHERE until < ?1 ORDER BY until LIMIT ?2)";

    public const string OldEscalations =
        """
        DELETE FROM escalations WHERE (conversation, number) IN (
            SELECT e.conversation, e.number FROM escalations e INDEXED BY escalations_began
            WHERE e.began_at < ?1 AND NOT EXISTS (
                SELECT 1 FROM outbox o INDEXED BY outbox_open
                WHERE o.conversation = e.conversation AND o.sequence = e.sequence AND o.position = e.position AND o.status < 10)
            ORDER BY e.began_at LIMIT ?2)
        """;

    public const string NextBot = "SELECT min(bot) FROM episodes INDEXED BY episodes_of_bot WHERE bot > ?1 AND ended_at IS NOT NULL";

    // One waits for those before it in its conversation, unless they go as well: what is left of a log has no gap.
    public const string OldEpisodesOfBot =
        """
        SELECT e.conversation, e.number, e.ended_at FROM episodes e INDEXED BY episodes_of_bot
        WHERE e.bot = ?1 AND e.ended_at IS NOT NULL AND e.ended_at < ?2 AND NOT EXISTS (
            SELECT 1 FROM episodes b
            WHERE b.conversation = e.conversation AND b.number < e.number AND NOT (b.bot = e.bot AND b.ended_at IS NOT NULL AND b.ended_at < ?2))
        ORDER BY e.ended_at LIMIT ?3
        """;

    public const string CountOldEpisodesOfBot =
        "SELECT count(*) FROM (SELECT 1 FROM episodes INDEXED BY episodes_of_bot WHERE bot = ?1 AND ended_at IS NOT NULL AND ended_at < ?2 LIMIT ?3)";

    public const string CountOldEventsOfBot =
        """
        WITH RECURSIVE old (conversation, began, ended, last_event) AS (
            SELECT e.conversation, e.began_at, e.ended_at, c.last_event
            FROM (SELECT * FROM episodes INDEXED BY episodes_of_bot WHERE bot = ?1 AND ended_at IS NOT NULL AND ended_at < ?2 ORDER BY ended_at LIMIT ?3) e
            CROSS JOIN conversations c ON c.id = e.conversation
        ), log (previous, at, conversation, began, ended) AS (
            SELECT v.previous, v.at, o.conversation, o.began, o.ended FROM old o CROSS JOIN events v ON v.id = o.last_event AND v.conversation = o.conversation
            UNION ALL
            SELECT v.previous, v.at, l.conversation, l.began, l.ended
            FROM log l CROSS JOIN events v ON v.id = l.previous AND v.conversation = l.conversation WHERE l.at >= l.began
        )
        SELECT count(*) FROM (SELECT 1 FROM log WHERE at >= began AND at <= ended LIMIT ?3)
        """;

    public const string OldFiles =
        "DELETE FROM files WHERE id IN (SELECT id FROM files INDEXED BY files_by_age WHERE kept_at < ?1 ORDER BY kept_at LIMIT ?2)";

    public const string BytesOfFiles = "SELECT sum(size) FROM files INDEXED BY files_by_age";

    public const string NewestConversations = ConversationRows.Select +
        " FROM events e CROSS JOIN conversations c ON c.id = e.conversation WHERE e.id < ?1 AND c.last_event = e.id ORDER BY e.id DESC LIMIT ?2";

    public const string IdleConversations = ConversationRows.Select +
        """
         FROM conversations c
        WHERE c.id < ?1 AND NOT EXISTS (SELECT 1 FROM events e WHERE e.id = c.last_event)
        ORDER BY c.id DESC LIMIT ?2
        """;

    public const string ListOpen =
        OutboxRows.Columns + " FROM (SELECT id FROM outbox INDEXED BY outbox_open WHERE status < 10" + OfStatus + OutboxRows.OfPage;

    public const string ListFailed =
        OutboxRows.Columns + " FROM (SELECT id FROM outbox INDEXED BY outbox_failed WHERE status IN (11, 12)" + OfStatus + OutboxRows.OfPage;

    public const string ListAll =
        OutboxRows.Columns + " FROM (SELECT id FROM outbox WHERE 1" + OfStatus + OutboxRows.OfPage;

    public const string CountOpen = "SELECT count(*) FROM (SELECT 1 FROM outbox INDEXED BY outbox_open WHERE status < 10 LIMIT 100000)";

    // What waits for the next request of its person may wait for good.
    public const string OldestOpen =
        """
        SELECT created_at FROM outbox WHERE id = (
            SELECT min(id) FROM (SELECT id FROM outbox INDEXED BY outbox_open WHERE status < 10 AND status <> 2 LIMIT 100000))
        """;

    public const string OpenEpisodes = "SELECT bot, version, count(*) FROM episodes INDEXED BY episodes_open WHERE ended_at IS NULL GROUP BY bot, version ORDER BY bot, version";

    public const string ListEpisodes =
        ConversationRows.Select + EpisodeColumns + EpisodesBefore + EpisodesFound + " ORDER BY e.began_at DESC, e.conversation DESC, e.number DESC LIMIT ?11";

    public const string ListEpisodesOldest =
        ConversationRows.Select + EpisodeColumns + EpisodesAfter + EpisodesFound + " ORDER BY e.began_at, e.conversation, e.number LIMIT ?11";

    public const string EpisodesEdge = "SELECT began_at, conversation, number FROM episodes INDEXED BY episodes_began" + EpisodesBefore + " LIMIT 1 OFFSET ?5";

    public const string EpisodesEdgeOldest = "SELECT began_at, conversation, number FROM episodes INDEXED BY episodes_began" + EpisodesAfter + " LIMIT 1 OFFSET ?5";

    public const string CountEpisodes =
        "SELECT (e.began_at + ?3) / ?4, e.outcome, count(*) FROM episodes e INDEXED BY episodes_began WHERE" + EpisodesCounted
        + " AND (?10 IS NULL OR EXISTS (SELECT 1 FROM search_words w WHERE w.conversation = e.conversation AND w.number IN (0, e.number) AND w.word >= ?10 AND w.word < ?11)) GROUP BY 1, 2";

    /// <summary>As the list, of those that few words find: text is looked for first.</summary>
    public const string ListSought =
        ConversationRows.Select + SoughtColumns + EpisodesSought + EpisodesBefore + ") e" + EpisodesFitting + " ORDER BY e.began_at DESC, e.conversation DESC, e.number DESC LIMIT ?11";

    public const string ListSoughtOldest =
        ConversationRows.Select + SoughtColumns + EpisodesSought + EpisodesAfter + ") e" + EpisodesFitting + " ORDER BY e.began_at, e.conversation, e.number LIMIT ?11";

    public const string CountSought =
        "SELECT (e.began_at + ?3) / ?4, e.outcome, count(*) FROM (SELECT DISTINCT e.* FROM search_words w INDEXED BY search_words_word" + EpisodesOfWord
        + " WHERE w.word >= ?10 AND w.word < ?11) e WHERE" + EpisodesCounted + " GROUP BY 1, 2";

    public const string MeasureWords = "SELECT count(*) FROM (SELECT 1 FROM search_words INDEXED BY search_words_word WHERE word >= ?1 AND word < ?2 LIMIT ?3)";

    public const string Wordless = "SELECT id, external_id, state FROM conversations INDEXED BY conversations_wordless WHERE has_words = 0 ORDER BY id LIMIT ?1";

    public const string PersonsInConversations =
        "SELECT key, instance, external_id, changed_at, json_extract(CAST(state AS TEXT), '$.person') FROM conversations WHERE key > ?1 ORDER BY key LIMIT ?2";

    public const string RememberedPeople =
        """
        SELECT instance, id, principal_name, email, name, conversation, details, reachable, written_at FROM people
        WHERE (instance, id) > (?1, ?2) ORDER BY instance, id LIMIT ?3
        """;

    public const string Hold =
        "UPDATE outbox INDEXED BY outbox_open SET status = 12, node = 0, due_at = NULL, may_have_arrived = 1, reason = ?1 WHERE status < 10";

    public static IReadOnlyList<WideStatement> All { get; } =
    [
        new(Hold, "USING INDEX outbox_open"),

        // Whoever looks for a person reads all conversations, a page at a time: an index would be written with every turn.
        new(PersonsInConversations, "USING INDEX sqlite_autoindex_conversations_1 (key>?)"),
        new(RememberedPeople, "USING PRIMARY KEY ((instance,id)>(?,?))"),
        new(OpenEpisodes, "USING COVERING INDEX episodes_open"),
        new(ListEpisodes, "USING INDEX episodes_began"),
        new(ListEpisodesOldest, "USING INDEX episodes_began"),
        new(EpisodesEdge, "USING COVERING INDEX episodes_began"),
        new(EpisodesEdgeOldest, "USING COVERING INDEX episodes_began"),
        new(CountEpisodes, "USING COVERING INDEX episodes_began (began_at>? AND began_at<?)"),
        new(ListSought, "USING COVERING INDEX search_words_word (word>? AND word<?)"),
        new(ListSoughtOldest, "USING COVERING INDEX search_words_word (word>? AND word<?)"),
        new(CountSought, "USING COVERING INDEX search_words_word (word>? AND word<?)"),
        new(MeasureWords, "USING COVERING INDEX search_words_word (word>? AND word<?)"),
        new(Wordless, "USING INDEX conversations_wordless"),
        new(LastConversation, "SEARCH TABLE conversations"),
        new(LastEvent, "SEARCH TABLE events"),
        new(LastEffect, "SEARCH TABLE outbox"),
        new(TakeOver, "USING INDEX outbox_open ((conversation,sequence,position)>(?,?,?))"),
        new(OpenActions, "USING INDEX outbox_open ((conversation,sequence,position)>(?,?,?))"),
        new(HasForeign, "USING INDEX outbox_open"),
        new(Due, "USING COVERING INDEX timers_due"),
        new(OldEvents, "USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
        new(OldKeys, "USING PRIMARY KEY ((key,source,conversation)>(?,?,?))"),
        new(OldEpisodes, "USING PRIMARY KEY ((conversation,number)>(?,?))"),
        new(NextBot, "USING COVERING INDEX episodes_of_bot (bot>?)"),
        new(OldEpisodesOfBot, "episodes_of_bot (bot=? AND ended_at>? AND ended_at<?)"),
        new(CountOldEpisodesOfBot, "USING COVERING INDEX episodes_of_bot (bot=? AND ended_at>? AND ended_at<?)"),
        new(CountOldEventsOfBot, "USING INDEX episodes_of_bot (bot=? AND ended_at>? AND ended_at<?)"),
        new(OldLinks, "USING COVERING INDEX links_at (at<?)"),
        new(OldPersonVariables, "USING COVERING INDEX person_variables_until (until<?)"),
        new(OldEscalations, "USING INDEX escalations_began (began_at<?)"),
        new(OldFiles, "USING COVERING INDEX files_by_age (kept_at<?)"),

        // Once in half a minute at most, while files come in.
        new(BytesOfFiles, "USING COVERING INDEX files_by_age"),
        new(NewestConversations, "USING INTEGER PRIMARY KEY (rowid<?)"),
        new(IdleConversations, "USING INTEGER PRIMARY KEY (rowid<?)"),
        new(ListOpen, "USING INDEX outbox_open"),
        new(ListFailed, "USING INDEX outbox_failed"),
        new(ListAll, "USING INTEGER PRIMARY KEY (rowid>?)"),
        new(CountOpen, "USING INDEX outbox_open"),
        new(OldestOpen, "USING INDEX outbox_open"),
    ];

    private const string EpisodesBefore =
        " WHERE (began_at, conversation, number) < (?1, ?2, ?3) AND began_at >= ?4 ORDER BY began_at DESC, conversation DESC, number DESC";

    private const string EpisodesAfter =
        " WHERE (began_at, conversation, number) > (?1, ?2, ?3) AND began_at < ?4 ORDER BY began_at, conversation, number";

    private const string SoughtColumns = ", e.number, e.bot, e.version, e.began_at, e.ended_at, e.outcome, e.reason, e.type, e.category, e.ticket, e.ticket_url";

    private const string EpisodeColumns = SoughtColumns + " FROM (SELECT * FROM episodes INDEXED BY episodes_began";

    private const string EpisodesOfWord = " CROSS JOIN episodes e ON e.conversation = w.conversation AND (w.number = 0 OR w.number = e.number)";

    private const string EpisodesSought =
        " FROM (SELECT * FROM (SELECT DISTINCT e.* FROM (SELECT conversation, number FROM search_words INDEXED BY search_words_word WHERE word >= ?10 AND word < ?13 LIMIT ?5) w"
        + EpisodesOfWord + ")";

    private const string EpisodesFound = " LIMIT ?5) e" + EpisodesFitting +
        " AND (?10 IS NULL OR EXISTS (SELECT 1 FROM search_words w WHERE w.conversation = e.conversation AND w.number IN (0, e.number) AND w.word >= ?10 AND w.word < ?13))";

    private const string EpisodesFitting =
        """
         CROSS JOIN conversations c ON c.id = e.conversation
        WHERE (?6 IS NULL OR (e.ended_at IS NULL AND e.outcome IS NULL) = ?6) AND (?7 IS NULL OR e.outcome = ?7) AND (?8 IS NULL OR e.instance = ?8)
            AND (?9 IS NULL OR e.bot IN (SELECT value FROM json_each(?9))) AND (?12 IS NULL OR e.type = ?12)
        """;

    private const string EpisodesCounted =
        " e.began_at >= ?1 AND e.began_at < ?2 AND (?5 IS NULL OR (e.ended_at IS NULL AND e.outcome IS NULL) = ?5) AND (?6 IS NULL OR e.outcome = ?6) AND (?7 IS NULL OR e.bot IN (SELECT value FROM json_each(?7))) AND (?8 IS NULL OR e.instance = ?8) AND (?9 IS NULL OR e.type = ?9)";

    /// <summary>The statuses are a set of bits.</summary>
    private const string OfStatus = " AND ((1 << status) & ?2) <> 0";
}
