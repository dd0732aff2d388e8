using Microsoft.Data.Sqlite;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>
/// The writer's statements of the outbox, each for one conversation. Those that search name their index: without it, SQLite would read the
/// outbox's whole past; <c>status &lt; 10</c> stands in them literally, as the index has it.
/// </summary>
internal sealed class OutboxStatements(SqliteConnection connection) : IDisposable
{
    private const string Open = "outbox INDEXED BY outbox_open";
    private const string OpenAddress = "conversation = (SELECT id FROM conversations WHERE conversation = ?1) AND sequence = ?2 AND position = ?3 AND status < 10";

    public Statement Insert { get; } = new(
        connection,
        """
        INSERT INTO outbox (id, conversation, sequence, position, status, lane, awaited, epoch, cause, node, attempts, created_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """);

    /// <summary>Takes an effect into a node's hands: row, node.</summary>
    public Statement Take { get; } = new(connection, "UPDATE outbox SET node = ?2 WHERE id = ?1");

    /// <summary>Counts an attempt: conversation, sequence, position, node, attempts, status.</summary>
    public Statement Begin { get; } = new(connection, $"UPDATE {Open} SET status = ?6, attempts = ?5, due_at = NULL WHERE {OpenAddress} AND node = ?4");

    /// <summary>Puts an effect back: conversation, sequence, position, node, status, due, attempts, may have arrived, late, reason.</summary>
    public Statement PutBack { get; } = new(
        connection,
        $"UPDATE {Open} SET status = ?5, due_at = ?6, attempts = ?7, may_have_arrived = ?8, late = ?9, reason = ?10 WHERE {OpenAddress} AND node = ?4");

    /// <summary>Ends an effect: conversation, sequence, position, node, status, reason.</summary>
    public Statement End { get; } = new(connection, $"UPDATE {Open} SET status = ?5, due_at = NULL, reason = ?6 WHERE {OpenAddress} AND node = ?4");

    /// <summary>Ends the effect whose result is a turn's event, whoever has it: conversation's row, sequence, position, status, reason.</summary>
    public Statement EndAwaited { get; } = new(
        connection,
        $"UPDATE {Open} SET status = ?4, due_at = NULL, reason = ?5 WHERE conversation = ?1 AND sequence = ?2 AND position = ?3 AND status < 10");

    /// <summary>Cancels messages of an epoch and before: conversation's row, epoch, reason.</summary>
    public Statement Cancel { get; } = new(
        connection, $"UPDATE {Open} SET status = 14, due_at = NULL, reason = ?3 WHERE conversation = ?1 AND status < 10 AND awaited = 0 AND epoch <= ?2");

    /// <summary>Marks a conversation as lost: conversation, epoch.</summary>
    public Statement MarkLost { get; } = new(connection, "UPDATE conversations SET lost_epoch = ?2 WHERE conversation = ?1");

    // Of what was claimed for an answer, that whose end comes back as an event stays open until the event has ended it.

    /// <summary>Claims messages for an answer: conversation's row, root.</summary>
    public Statement Claim { get; } = new(
        connection,
        $"""
        UPDATE {Open} SET status = CASE awaited WHEN 1 THEN 1 ELSE 13 END, answered_by = ?2, attempts = attempts + 1
        WHERE conversation = ?1 AND status < 10 AND status = 2 AND cause <= ?2
        """);

    public Statement Answered { get; } = new(
        connection,
        $"{OutboxRow.SelectFrom("outbox AS o INDEXED BY outbox_answered")} WHERE o.conversation = ?1 AND o.answered_by = ?2 AND o.answered_by IS NOT NULL ORDER BY o.id");

    /// <summary>Opens a failed or unknown effect again: row, node.</summary>
    public Statement Retry { get; } = new(
        connection,
        """
        UPDATE outbox SET status = 0, node = ?2, late = 1, due_at = NULL, attempts = 0, may_have_arrived = may_have_arrived OR status = 12
        WHERE id = ?1 AND status IN (11, 12)
        """);

    /// <summary>Ends a failed or unknown effect for good: row, reason.</summary>
    public Statement Drop { get; } = new(connection, "UPDATE outbox SET status = 14, reason = ?2 WHERE id = ?1 AND status IN (11, 12)");

    public Statement HoldOpen { get; } = new(connection, WideStatements.HoldOpen.Sql);

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[Insert, Take, Begin, PutBack, End, EndAwaited, Cancel, MarkLost, Claim, Answered, Retry, Drop, HoldOpen])
        {
            statement.Dispose();
        }
    }
}
