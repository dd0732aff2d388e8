using Microsoft.Data.Sqlite;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>
/// The statements that write the outbox. Those that look for a conversation's open rows name the small index of the open ones, or SQLite
/// would take the primary key and read the conversation's whole past; <c>status &lt; 10</c> stands in them literally, as the index has it.
/// </summary>
internal sealed class OutboxStatements(SqliteConnection connection) : IDisposable
{
    public Statement Insert { get; } = new(
        connection,
        """
        INSERT INTO outbox (conversation, sequence, position, status, awaited, epoch, cause, attempts, created_at, format, data)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """,
        11);

    public Statement Begin { get; } = new(
        connection,
        "UPDATE outbox SET status = 1, attempts = ?4, due_at = NULL WHERE conversation = ?1 AND sequence = ?2 AND position = ?3",
        4);

    public Statement PutBack { get; } = new(
        connection,
        "UPDATE outbox SET status = ?4, due_at = ?5, may_have_arrived = ?6, reason = ?7 WHERE conversation = ?1 AND sequence = ?2 AND position = ?3",
        7);

    public Statement End { get; } = new(
        connection,
        "UPDATE outbox SET status = ?4, due_at = NULL, reason = ?5 WHERE conversation = ?1 AND sequence = ?2 AND position = ?3",
        5);

    public Statement Cancel { get; } = new(
        connection,
        "UPDATE outbox INDEXED BY outbox_open SET status = 14, due_at = NULL, reason = ?3 WHERE conversation = ?1 AND status < 10 AND awaited = 0 AND epoch <= ?2",
        3);

    public Statement MarkLost { get; } = new(
        connection,
        "UPDATE conversations SET lost_epoch = ?2 WHERE conversation = ?1",
        2);

    // Of what was claimed for an answer, that whose end comes back as an event stays open until the event has ended it.
    public Statement Claim { get; } = new(
        connection,
        """
        UPDATE outbox INDEXED BY outbox_open SET status = CASE awaited WHEN 1 THEN 1 ELSE 13 END, answered_by = ?2, attempts = attempts + 1
        WHERE conversation = ?1 AND status < 10 AND status = 2 AND cause <= ?2
        """,
        2);

    public Statement Answered { get; } = new(connection, OutboxColumns.Select + " WHERE o.conversation = ?1 AND o.answered_by = ?2 AND o.answered_by IS NOT NULL ORDER BY o.sequence, o.position", 2);

    public void Dispose()
    {
        Insert.Dispose();
        Begin.Dispose();
        PutBack.Dispose();
        End.Dispose();
        Cancel.Dispose();
        MarkLost.Dispose();
        Claim.Dispose();
        Answered.Dispose();
    }
}
