using Microsoft.Data.Sqlite;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite;

/// <summary>The prepared statements of a connection for reading.</summary>
internal sealed class ReaderStatements(SqliteConnection connection) : IAsyncDisposable
{
    public Statement State { get; } = new(
        connection,
        """
        SELECT c.id, c.sequence, c.state, t.wake_at FROM conversations c LEFT JOIN timers t ON t.conversation = c.id WHERE c.conversation = ?1
        """);

    public Statement Seen { get; } = new(connection, "SELECT sequence FROM seen WHERE key = ?1 AND source = ?2 AND conversation = ?3");

    public Statement Revision { get; } = new(connection, "SELECT revision FROM revision");

    public Statement Publications { get; } = new(connection, "SELECT bot, version FROM publications");

    public LogChain Chain { get; } = new(connection);

    public Statement Lane { get; } = new(
        connection,
        $"""
        {OutboxRow.SelectFrom("outbox AS o INDEXED BY outbox_open")}
        WHERE o.conversation = (SELECT id FROM conversations WHERE conversation = ?1) AND (o.sequence, o.position) > (?2, ?3)
            AND o.status < 10 AND o.status <> 2 AND o.lane = 1 AND o.node = ?4
        ORDER BY o.sequence, o.position LIMIT ?5
        """);

    public Statement Conversation { get; } = new(
        connection,
        """
        SELECT c.conversation, c.instance, c.external_id, c.sequence, c.owner, c.began_at, c.changed_at, c.state, t.wake_at, c.id
        FROM conversations c LEFT JOIN timers t ON t.conversation = c.id WHERE c.conversation = ?1
        """);

    public Statement Episodes { get; } = new(
        connection,
        """
        SELECT number, bot, version, began_at, ended_at, outcome, reason FROM episodes WHERE conversation = ?1 ORDER BY number DESC LIMIT 20
        """);

    public Statement ListConversations { get; } = new(connection, WideStatements.ListConversations.Sql);

    public Statement ListOpen { get; } = new(connection, WideStatements.ListOpen.Sql);

    public Statement ListTroubled { get; } = new(connection, WideStatements.ListTroubled.Sql);

    public Statement ListEnded { get; } = new(connection, WideStatements.ListEnded.Sql);

    public Statement CountOpen { get; } = new(connection, WideStatements.CountOpen.Sql);

    public Statement Setting { get; } = new(connection, "SELECT value FROM settings WHERE name = ?1");

    public Statement BotVersion { get; } = new(connection, "SELECT source FROM bot_versions WHERE bot = ?1 AND version = ?2");

    /// <summary>The connection, for what is asked too rarely to be prepared.</summary>
    public SqliteConnection Connection => connection;

    public async ValueTask DisposeAsync()
    {
        Chain.Dispose();
        foreach (var statement in (Statement[])
            [State, Seen, Revision, Publications, Lane, Conversation, Episodes, ListConversations, ListOpen, ListTroubled, ListEnded, CountOpen, Setting, BotVersion])
        {
            statement.Dispose();
        }

        await connection.DisposeAsync();
    }
}
