using Microsoft.Data.Sqlite;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite;

/// <summary>The prepared statements of a connection for reading.</summary>
internal sealed class ReaderStatements(SqliteConnection connection) : IAsyncDisposable
{
    public Statement State { get; } = new(connection, "SELECT sequence, state FROM conversations WHERE conversation = ?1", 1);

    public Statement Seen { get; } = new(connection, "SELECT sequence FROM seen WHERE conversation = ?1 AND source = ?2 AND key = ?3", 3);

    public Statement Open { get; } = new(
        connection,
        OutboxColumns.Select + " WHERE (o.conversation, o.sequence, o.position) > (?1, ?2, ?3) AND o.status < 10 ORDER BY o.conversation, o.sequence, o.position LIMIT ?4",
        4);

    public Statement Sequence { get; } = new(connection, "SELECT sequence FROM conversations WHERE conversation = ?1", 1);

    public Statement Events { get; } = new(
        connection,
        "SELECT sequence, cause, at, data FROM events WHERE conversation = ?1 AND sequence > ?2 AND sequence <= ?3 ORDER BY sequence",
        3);

    public Statement Effects { get; } = new(
        connection,
        OutboxColumns.Select + " WHERE o.conversation = ?1 AND o.sequence > ?2 AND o.sequence <= ?3 ORDER BY o.sequence, o.position",
        3);

    public Statement Setting { get; } = new(connection, "SELECT value FROM settings WHERE name = ?1", 1);

    public Statement BotVersion { get; } = new(connection, "SELECT source FROM bot_versions WHERE bot = ?1 AND version = ?2", 2);

    public async ValueTask DisposeAsync()
    {
        State.Dispose();
        Seen.Dispose();
        Open.Dispose();
        Sequence.Dispose();
        Events.Dispose();
        Effects.Dispose();
        Setting.Dispose();
        BotVersion.Dispose();
        await connection.DisposeAsync();
    }
}
