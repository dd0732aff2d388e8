using Microsoft.Data.Sqlite;
using Spark.Storage.Sqlite.Conversations;
using Spark.Storage.Sqlite.Outbox;

namespace Spark.Storage.Sqlite;

/// <summary>The prepared statements of the writer's connection.</summary>
internal sealed class WriterStatements(SqliteConnection connection) : IDisposable
{
    public Statement Begin { get; } = new(connection, "BEGIN IMMEDIATE");

    public Statement Commit { get; } = new(connection, "COMMIT");

    public Statement Rollback { get; } = new(connection, "ROLLBACK");

    public TurnStatements Turns { get; } = new(connection);

    public OutboxStatements Outbox { get; } = new(connection);

    public Statement PutSetting { get; } = new(connection, "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", 2);

    public Statement PutSettingIfAbsent { get; } = new(connection, "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING", 2);

    public Statement PutBotVersion { get; } = new(connection, "INSERT INTO bot_versions (bot, version, kept_at, source) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (bot, version) DO NOTHING", 4);

    public void Dispose()
    {
        Begin.Dispose();
        Commit.Dispose();
        Rollback.Dispose();
        Turns.Dispose();
        Outbox.Dispose();
        PutSetting.Dispose();
        PutSettingIfAbsent.Dispose();
        PutBotVersion.Dispose();
    }
}
