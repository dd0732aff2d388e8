using Microsoft.Data.Sqlite;

namespace Spark.Storage.Sqlite.Conversations;

/// <summary>The statements of a turn's write. None touches a row of another conversation.</summary>
internal sealed class TurnStatements(SqliteConnection connection) : IDisposable
{
    public Statement Sequence { get; } = new(connection, "SELECT sequence FROM conversations WHERE conversation = ?1", 1);

    public Statement Seen { get; } = new(connection, "SELECT sequence FROM seen WHERE conversation = ?1 AND source = ?2 AND key = ?3", 3);

    public Statement Insert { get; } = new(
        connection,
        """
        INSERT INTO conversations (conversation, instance, external_id, sequence, owner, epoch, began_at, changed_at, format, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9)
        """,
        9);

    public Statement Update { get; } = new(
        connection,
        "UPDATE conversations SET sequence = ?2, owner = ?3, epoch = ?4, changed_at = ?5, format = ?6, state = ?7 WHERE conversation = ?1",
        7);

    public Statement Event { get; } = new(
        connection,
        "INSERT INTO events (conversation, sequence, cause, at, format, data, fault) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        7);

    public Statement See { get; } = new(
        connection,
        "INSERT INTO seen (conversation, source, key, sequence, at) VALUES (?1, ?2, ?3, ?4, ?5)",
        5);

    public Statement Episode { get; } = new(
        connection,
        """
        INSERT INTO episodes (conversation, number, bot, version, began_at, ended_at, outcome, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (conversation, number) DO UPDATE SET ended_at = excluded.ended_at, outcome = excluded.outcome, reason = excluded.reason
        """,
        8);

    public void Dispose()
    {
        Sequence.Dispose();
        Seen.Dispose();
        Insert.Dispose();
        Update.Dispose();
        Event.Dispose();
        See.Dispose();
        Episode.Dispose();
    }
}
