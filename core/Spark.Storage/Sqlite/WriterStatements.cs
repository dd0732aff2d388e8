using Microsoft.Data.Sqlite;
using Spark.Storage.Sqlite.Conversations;
using Spark.Storage.Sqlite.Nodes;
using Spark.Storage.Sqlite.Outbox;
using Spark.Storage.Sqlite.Retention;
using Spark.Storage.Sqlite.Timers;

namespace Spark.Storage.Sqlite;

/// <summary>The statements of the writer's connection, and what the writer knows by heart.</summary>
internal sealed class WriterStatements : IDisposable
{
    private readonly StatementSet set;

    public WriterStatements(SqliteConnection connection)
    {
        set = new(connection);
        Begin = set.Add("BEGIN IMMEDIATE");
        Commit = set.Add("COMMIT");
        Rollback = set.Add("ROLLBACK");
        Turns = new(set);
        Outbox = new(set);
        Timers = new(set);
        Nodes = new(set);
        Retention = new(set);
        PutSetting = set.Add("INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        PutSettingIfAbsent = set.Add("INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING");
        PutBotVersion = set.Add("INSERT INTO bot_versions (bot, version, kept_at, source) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (bot, version) DO NOTHING");
        Publish = set.Add(
            """
            INSERT INTO publications (bot, version) VALUES (?1, ?2)
            ON CONFLICT (bot) DO UPDATE SET version = excluded.version WHERE version <> excluded.version
            """);
        PutRevision = set.Add("UPDATE revision SET number = ?1");
        State = ReadState();
    }

    public Statement Begin { get; }

    public Statement Commit { get; }

    public Statement Rollback { get; }

    public TurnStatements Turns { get; }

    public OutboxStatements Outbox { get; }

    public TimerStatements Timers { get; }

    public NodeStatements Nodes { get; }

    public RetentionStatements Retention { get; }

    public Statement PutSetting { get; }

    public Statement PutSettingIfAbsent { get; }

    public Statement PutBotVersion { get; }

    public Statement Publish { get; }

    public Statement PutRevision { get; }

    public WriterState State { get; }

    public IReadOnlyList<Statement> All => set.All;

    public void Reset() => set.Reset();

    public void Dispose() => set.Dispose();

    private WriterState ReadState() => new()
    {
        Revision = set.Add("SELECT number FROM revision").Number() ?? 0,
        LastConversation = set.Add(WideStatements.LastConversation).Number() ?? 0,
        LastEvent = set.Add(WideStatements.LastEvent).Number() ?? 0,
        LastEffect = set.Add(WideStatements.LastEffect).Number() ?? 0,
        HasForeignEffects = true,
    };
}
