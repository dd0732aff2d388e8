using Microsoft.Data.Sqlite;

namespace Spark.Storage.Sqlite.Conversations;

/// <summary>The statements of a turn's write. None touches a row of another conversation.</summary>
internal sealed class TurnStatements(SqliteConnection connection) : IDisposable
{
    /// <summary>Where a conversation stands.</summary>
    public Statement Head { get; } = new(connection, "SELECT id, sequence, last_event, changed_about FROM conversations WHERE conversation = ?1");

    public Statement Id { get; } = new(connection, "SELECT id FROM conversations WHERE conversation = ?1");

    public Statement Seen { get; } = new(connection, "SELECT sequence FROM seen WHERE key = ?1 AND source = ?2 AND conversation = ?3");

    public Statement Revision { get; } = new(connection, "SELECT revision FROM revision");

    /// <summary>The row that the next event gets: the last one's, and one more. Rows are never given twice, because the last one stays.</summary>
    public Statement LastEvent { get; } = new(connection, "SELECT max(id) FROM events");

    public Statement Insert { get; } = new(
        connection,
        """
        INSERT INTO conversations (conversation, instance, external_id, sequence, owner, epoch, began_at, changed_at, changed_about, format, last_event, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?7 >> 20, ?8, ?9, ?10) RETURNING id
        """);

    public Statement Update { get; } = new(
        connection,
        "UPDATE conversations SET sequence = ?2, owner = ?3, epoch = ?4, changed_at = ?5, format = ?6, last_event = ?7, state = ?8 WHERE id = ?1");

    /// <summary>Moves a conversation in the list of those changed last: row, about when.</summary>
    public Statement Move { get; } = new(connection, "UPDATE conversations SET changed_about = ?2 WHERE id = ?1");

    public Statement Event { get; } = new(
        connection,
        """
        INSERT INTO events (id, conversation, sequence, previous, cause, at, node, format, data, effects, fault, trace)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """);

    public Statement See { get; } = new(connection, "INSERT INTO seen (key, source, conversation, sequence, at) VALUES (?1, ?2, ?3, ?4, ?5)");

    public Statement Episode { get; } = new(
        connection,
        """
        INSERT INTO episodes (conversation, number, bot, version, began_at, ended_at, outcome, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (conversation, number) DO UPDATE SET ended_at = excluded.ended_at, outcome = excluded.outcome, reason = excluded.reason
        """);

    public Statement Wake { get; } = new(
        connection,
        "INSERT INTO timers (conversation, wake_at) VALUES (?1, ?2) ON CONFLICT (conversation) DO UPDATE SET wake_at = excluded.wake_at");

    public Statement Unwake { get; } = new(connection, "DELETE FROM timers WHERE conversation = ?1");

    /// <summary>The row of a conversation; 0 when there is none.</summary>
    public long IdOf(byte[] conversation) => Id.Number(conversation) ?? 0;

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)
            [Head, Id, Seen, Revision, LastEvent, Insert, Update, Move, Event, See, Episode, Wake, Unwake])
        {
            statement.Dispose();
        }
    }
}
