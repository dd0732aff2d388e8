namespace Spark.Storage.Sqlite.Outbox;

/// <summary>
/// The statements that write the outbox. Those that look for open rows name the small index of the open ones; <c>status &lt; 10</c> stands
/// in them literally, as the index has it.
/// </summary>
internal sealed class OutboxStatements(StatementSet set)
{
    private const string ThisOpen = " WHERE conversation = ?1 AND sequence = ?2 AND position = ?3 AND status < 10";
    private const string ThisFailed = " WHERE conversation = ?1 AND sequence = ?2 AND position = ?3 AND status IN (11, 12)";

    // in_lane is the destination: none, the channel or a desk.
    public Statement Insert { get; } = set.Add(
        """
        INSERT INTO outbox (
            id, conversation, sequence, position, event, in_lane, status, awaited, epoch, cause, attempts, may_have_arrived, is_late, node,
            created_at, due_at, trace)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        """);

    public Statement Begin { get; } = set.Add(
        "UPDATE outbox INDEXED BY outbox_open SET status = ?5, attempts = ?6, due_at = NULL" + ThisOpen + " AND node = ?4");

    public Statement PutBack { get; } = set.Add(
        "UPDATE outbox INDEXED BY outbox_open SET status = ?5, due_at = ?6, may_have_arrived = ?7, reason = ?8" + ThisOpen + " AND node = ?4");

    public Statement End { get; } = set.Add(
        "UPDATE outbox INDEXED BY outbox_open SET status = ?5, due_at = NULL, reason = ?6" + ThisOpen + " AND node = ?4");

    // Its result is in the log, whoever has it in hand.
    public Statement Resolve { get; } = set.Add("UPDATE outbox INDEXED BY outbox_open SET status = ?4, due_at = NULL, reason = ?5" + ThisOpen);

    // What may be under way (claimed with an attempt counted, or started) is left to whoever has it in hand, who knows how it ends.
    public Statement Cancel { get; } = set.Add(
        """
        UPDATE outbox INDEXED BY outbox_open SET status = 14, due_at = NULL, reason = ?3
        WHERE conversation = ?1 AND status < 10 AND awaited = 0 AND epoch <= ?2 AND NOT (status IN (1, 3) AND attempts > 0)
        """);

    public Statement MarkLost { get; } = set.Add("UPDATE conversations SET lost_epoch = ?2 WHERE key = ?1");

    // Of what was claimed for an answer, that whose end comes back as an event stays open until the event has ended it.
    public Statement Claim { get; } = set.Add(
        """
        UPDATE outbox INDEXED BY outbox_open SET status = CASE awaited WHEN 1 THEN 1 ELSE 13 END, answered_by = ?2, attempts = attempts + 1, node = ?3
        WHERE conversation = ?1 AND status < 10 AND status = 2 AND cause <= ?2
        """);

    public Statement Answered { get; } = set.Add(
        OutboxRows.SelectAnswered + " WHERE o.conversation = ?1 AND o.answered_by = ?2 AND o.answered_by IS NOT NULL ORDER BY o.sequence, o.position");

    public Statement TakeOver { get; } = set.Add(WideStatements.TakeOver);

    public Statement Hold { get; } = set.Add(WideStatements.Hold);

    public Statement HasForeign { get; } = set.Add(WideStatements.HasForeign);

    public Statement Ahead { get; } = set.Add(
        OutboxRows.SelectOpen + " WHERE o.conversation = ?1 AND (o.sequence, o.position) < (?2, ?3) AND o.status < 10 AND o.in_lane = ?5 AND o.node <> ?4 ORDER BY o.sequence, o.position");

    public Statement IsAhead { get; } = set.Add(
        "SELECT 1 FROM outbox INDEXED BY outbox_open WHERE conversation = ?1 AND sequence < ?2 AND status < 10 AND in_lane > 0 AND node <> ?3 LIMIT 1");

    public Statement Own { get; } = set.Add("UPDATE outbox SET node = ?2 WHERE id = ?1");

    public Statement Reopen { get; } = set.Add(
        """
        UPDATE outbox INDEXED BY outbox_failed
        SET may_have_arrived = (may_have_arrived OR status = 12), status = 0, due_at = NULL, reason = NULL, is_late = 1, node = ?4
        """ + ThisFailed);

    public Statement Opened { get; } = set.Add(
        OutboxRows.SelectOpen + " WHERE o.conversation = ?1 AND o.sequence = ?2 AND o.position = ?3 AND o.status < 10");

    public Statement Drop { get; } = set.Add("UPDATE outbox INDEXED BY outbox_failed SET status = 14, reason = ?4" + ThisFailed);
}
