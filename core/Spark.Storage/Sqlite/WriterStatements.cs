using Microsoft.Data.Sqlite;
using Spark.Storage.Sqlite.Conversations;
using Spark.Storage.Sqlite.Outbox;
using Spark.Storage.Sqlite.Retention;

namespace Spark.Storage.Sqlite;

/// <summary>The prepared statements of the writer's connection.</summary>
internal sealed class WriterStatements(SqliteConnection connection) : IDisposable
{
    public Statement Begin { get; } = new(connection, "BEGIN IMMEDIATE");

    public Statement Commit { get; } = new(connection, "COMMIT");

    public Statement Rollback { get; } = new(connection, "ROLLBACK");

    public TurnStatements Turns { get; } = new(connection);

    public OutboxStatements Outbox { get; } = new(connection);

    public RetentionStatements Retention { get; } = new(connection);

    public LogChain Chain { get; } = new(connection);

    public Statement Abandoned { get; } = new(connection, WideStatements.Abandoned.Sql);

    public Statement Due { get; } = new(connection, WideStatements.Due.Sql);

    public Statement NextDue { get; } = new(connection, WideStatements.NextDue.Sql);

    /// <summary>Moves a wake-up that stands where it is said to: conversation's row, where it stands, where to.</summary>
    public Statement MoveWake { get; } = new(connection, "UPDATE timers SET wake_at = ?3 WHERE conversation = ?1 AND wake_at = ?2");

    /// <summary>Ends a wake-up that stands where it is said to: conversation's row, where it stands.</summary>
    public Statement EndWake { get; } = new(connection, "DELETE FROM timers WHERE conversation = ?1 AND wake_at = ?2");

    public Statement Publication { get; } = new(connection, "SELECT version FROM publications WHERE bot = ?1");

    public Statement Publish { get; } = new(connection, "INSERT INTO publications (bot, version) VALUES (?1, ?2) ON CONFLICT (bot) DO UPDATE SET version = excluded.version");

    public Statement RaiseRevision { get; } = new(connection, "UPDATE revision SET revision = revision + 1");

    public Statement PutSetting { get; } = new(connection, "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");

    public Statement PutSettingIfAbsent { get; } = new(connection, "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING");

    public Statement PutBotVersion { get; } = new(connection, "INSERT INTO bot_versions (bot, version, kept_at, source) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (bot, version) DO NOTHING");

    public void Dispose()
    {
        Turns.Dispose();
        Outbox.Dispose();
        Retention.Dispose();
        Chain.Dispose();
        foreach (var statement in (ReadOnlySpan<Statement>)
            [Begin, Commit, Rollback, Abandoned, Due, NextDue, MoveWake, EndWake, Publication, Publish, RaiseRevision, PutSetting, PutSettingIfAbsent, PutBotVersion])
        {
            statement.Dispose();
        }
    }
}
