using Microsoft.Data.Sqlite;
using Spark.Storage.Sqlite.Access;
using Spark.Storage.Sqlite.Files;
using Spark.Storage.Sqlite.Accounts;
using Spark.Storage.Sqlite.Configuration;
using Spark.Storage.Sqlite.Conversations;
using Spark.Storage.Sqlite.Episodes;
using Spark.Storage.Sqlite.Links;
using Spark.Storage.Sqlite.Nodes;
using Spark.Storage.Sqlite.Outbox;
using Spark.Storage.Sqlite.People;
using Spark.Storage.Sqlite.Privacy;
using Spark.Storage.Sqlite.Retention;
using Spark.Storage.Sqlite.Timers;

namespace Spark.Storage.Sqlite;

/// <summary>The statements of the writer's connection, and what the writer knows by heart.</summary>
internal sealed class WriterStatements : IDisposable
{
    private readonly StatementSet set;
    private readonly Statement revision;
    private readonly Statement lastConversation;
    private readonly Statement lastEvent;
    private readonly Statement lastEffect;

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
        Links = new(set);
        Retention = new(set);
        Words = new(set);
        Access = new(set);
        Privacy = new(set);
        Configuration = new(set);
        AddFile = set.Add(FileStatements.Add);
        AddFilePiece = set.Add(FileStatements.AddPiece);
        CompleteFile = set.Add(FileStatements.Complete);
        DropFilesOfConversation = set.Add(FileStatements.DropOf);
        PutSetting = set.Add("INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        PutSettingIfAbsent = set.Add("INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING");
        PutPerson = set.Add(PeopleStatements.Put);
        PutBotVersion = set.Add("INSERT INTO bot_versions (bot, version, kept_at, source) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (bot, version) DO NOTHING");
        PutBotModel = set.Add("INSERT INTO bot_models (bot, version, key, model) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (bot, version, key) DO NOTHING");
        Publish = set.Add(
            """
            INSERT INTO publications (bot, version) VALUES (?1, ?2)
            ON CONFLICT (bot) DO UPDATE SET version = excluded.version WHERE version <> excluded.version
            """);
        SwitchBot = set.Add("UPDATE publications SET is_off = ?2 WHERE bot = ?1 AND is_off <> ?2");
        PutRelease = set.Add("INSERT INTO releases (bot, version, note, at, move, origin) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        Accounts = new(set);
        PutDraft = set.Add(
            """
            INSERT INTO drafts (bot, number, saved_at, saved_by, files) SELECT ?1, ?2 + 1, ?3, ?4, ?5
            WHERE coalesce((SELECT number FROM drafts WHERE bot = ?1), 0) = ?2
            ON CONFLICT (bot) DO UPDATE SET number = excluded.number, saved_at = excluded.saved_at, saved_by = excluded.saved_by, files = excluded.files
            """);
        RemoveDraft = set.Add("DELETE FROM drafts WHERE bot = ?1");
        AddInstance = set.Add("INSERT INTO instances (name, data) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING");
        ReplaceInstance = set.Add("UPDATE instances SET data = ?1 WHERE name = ?2 AND data = ?3");
        RemoveInstance = set.Add("DELETE FROM instances WHERE name = ?1");
        PutRevision = set.Add("UPDATE revision SET number = ?1");
        DataVersion = set.Add("PRAGMA data_version");
        revision = set.Add("SELECT number FROM revision");
        lastConversation = set.Add(WideStatements.LastConversation);
        lastEvent = set.Add(WideStatements.LastEvent);
        lastEffect = set.Add(WideStatements.LastEffect);
        ReadState();
    }

    public Statement Begin { get; }

    public Statement Commit { get; }

    public Statement Rollback { get; }

    public TurnStatements Turns { get; }

    public OutboxStatements Outbox { get; }

    public TimerStatements Timers { get; }

    public NodeStatements Nodes { get; }

    public LinkStatements Links { get; }

    public RetentionStatements Retention { get; }

    public SearchWordStatements Words { get; }

    public AccessWrites Access { get; }

    public PrivacyWrites Privacy { get; }

    public Statement AddFile { get; }

    public Statement AddFilePiece { get; }

    public Statement CompleteFile { get; }

    public Statement DropFilesOfConversation { get; }

    public ConfigurationWrites Configuration { get; }

    public Statement PutSetting { get; }

    public Statement PutSettingIfAbsent { get; }

    public Statement PutPerson { get; }

    public Statement PutBotVersion { get; }

    public Statement PutBotModel { get; }

    public Statement Publish { get; }

    public Statement SwitchBot { get; }

    public Statement PutRelease { get; }

    public Statement PutRevision { get; }

    public AccountStatements Accounts { get; }

    public Statement PutDraft { get; }

    public Statement RemoveDraft { get; }

    public Statement AddInstance { get; }

    public Statement ReplaceInstance { get; }

    public Statement RemoveInstance { get; }

    /// <summary>Another number when another connection has written.</summary>
    public Statement DataVersion { get; }

    public WriterState State { get; } = new();

    public IReadOnlyList<Statement> All => set.All;

    public void Reset() => set.Reset();

    public void Dispose() => set.Dispose();

    /// <summary>Reads what others may have changed.</summary>
    public void ReadState()
    {
        State.Revision = revision.Number() ?? 0;
        State.LastConversation = lastConversation.Number() ?? 0;
        State.LastEvent = lastEvent.Number() ?? 0;
        State.LastEffect = lastEffect.Number() ?? 0;
        State.HasForeignEffects = true;
    }
}
