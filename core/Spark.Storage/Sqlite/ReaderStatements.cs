using Microsoft.Data.Sqlite;
using Spark.Storage.Sqlite.Access;
using Spark.Storage.Sqlite.Files;
using Spark.Storage.Sqlite.Accounts;
using Spark.Storage.Sqlite.Configuration;
using Spark.Storage.Sqlite.Conversations;
using Spark.Storage.Sqlite.Episodes;
using Spark.Storage.Sqlite.Links;
using Spark.Storage.Sqlite.Operations;
using Spark.Storage.Sqlite.Outbox;
using Spark.Storage.Sqlite.People;
using Spark.Storage.Sqlite.Privacy;

namespace Spark.Storage.Sqlite;

/// <summary>The statements of a connection for reading.</summary>
internal sealed class ReaderStatements : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly StatementSet set;

    public ReaderStatements(SqliteConnection connection)
    {
        this.connection = connection;
        set = new(connection);
        Begin = set.Add("BEGIN");
        End = set.Add("COMMIT");
        State = set.Add(
            "SELECT c.id, c.sequence, c.state, t.due_at FROM conversations c LEFT JOIN timers t ON t.conversation = c.id WHERE c.key = ?1");
        Seen = set.Add(TurnStatements.FindSeen);
        Lane = set.Add(
            OutboxRows.SelectOpen + " WHERE o.conversation = ?1 AND (o.sequence, o.position) > (?2, ?3) AND o.status < 10 AND o.in_lane = ?6 AND o.node = ?4 ORDER BY o.sequence, o.position LIMIT ?5");
        OpenActions = set.Add(WideStatements.OpenActions);
        Head = set.Add("SELECT id, sequence, last_event, instance, external_id FROM conversations WHERE key = ?1");
        Event = set.Add("SELECT sequence, previous, at, first_effect, effect_count, data, effects, fault FROM events WHERE id = ?1 AND conversation = ?2");
        EffectsOfEvent = set.Add(OutboxRows.Own + " FROM outbox o WHERE o.id >= ?1 AND o.id < ?2 AND o.conversation = ?3 ORDER BY o.id");
        Setting = set.Add("SELECT value FROM settings WHERE name = ?1");
        People = new(set);
        Link = set.Add(LinkStatements.FindOne);
        BotVersion = set.Add("SELECT source FROM bot_versions WHERE bot = ?1 AND version = ?2");
        BotModels = set.Add("SELECT key, model FROM bot_models WHERE bot = ?1 AND version = ?2 ORDER BY key");
        Published = set.Add("SELECT r.number, p.bot, p.version, (SELECT l.move FROM releases l WHERE l.bot = p.bot ORDER BY l.number DESC LIMIT 1), p.is_off FROM revision r LEFT JOIN publications p");
        Releases = set.Add("SELECT number, version, note, at, move, origin FROM releases WHERE bot = ?1 ORDER BY number");
        OpenEpisodes = set.Add(WideStatements.OpenEpisodes);
        Nodes = set.Add("SELECT id, name, format, lease FROM nodes");
        Operations = new(set);
        Access = new(set);
        Privacy = new(set);
        Accounts = set.Add(AccountStatements.Columns + " ORDER BY name");
        Account = set.Add(AccountStatements.Columns + " WHERE name = ?1");
        AccountOfSubject = set.Add(AccountStatements.Columns + " WHERE issuer = ?1 AND subject = ?2");
        AccessTokens = set.Add(AccountStatements.Tokens + " ORDER BY created_at, id");
        AccessToken = set.Add(AccountStatements.Tokens + " WHERE hash = ?1");
        Session = set.Add("SELECT account, csrf, created_at, used_at FROM sessions WHERE id = ?1");
        Draft = set.Add("SELECT number, saved_at, saved_by, files FROM drafts WHERE bot = ?1");
        Instances = set.Add("SELECT name, data FROM instances ORDER BY name");
        Views = set.Add("SELECT owner, name, query FROM views WHERE owner IN ('', ?1) ORDER BY owner, name");
        Episodes = new(set);
        Configuration = new(set);
        File = set.Add(FileStatements.Find);
        FilePiece = set.Add(FileStatements.Piece);
        FilesOfConversation = set.Add(FileStatements.List);
        BytesOfFiles = set.Add(WideStatements.BytesOfFiles);
    }

    public AccessReads Access { get; }

    public PrivacyReads Privacy { get; }

    public Statement File { get; }

    public Statement FilePiece { get; }

    public Statement FilesOfConversation { get; }

    public Statement BytesOfFiles { get; }

    /// <summary>Begins a read of several statements that see one moment.</summary>
    public Statement Begin { get; }

    public Statement End { get; }

    public Statement State { get; }

    public Statement Seen { get; }

    public Statement Lane { get; }

    public Statement OpenActions { get; }

    public Statement Head { get; }

    public Statement Event { get; }

    public Statement EffectsOfEvent { get; }

    public Statement Setting { get; }

    public PeopleStatements People { get; }

    public Statement Link { get; }

    public Statement BotVersion { get; }

    public Statement BotModels { get; }

    public Statement Published { get; }

    public Statement Releases { get; }

    public Statement OpenEpisodes { get; }

    public Statement Nodes { get; }

    public OperationStatements Operations { get; }

    public Statement Accounts { get; }

    public Statement Account { get; }

    public Statement AccountOfSubject { get; }

    public Statement AccessTokens { get; }

    public Statement AccessToken { get; }

    public Statement Session { get; }

    public Statement Draft { get; }

    public Statement Instances { get; }

    public Statement Views { get; }

    public EpisodeStatements Episodes { get; }

    public ConfigurationReads Configuration { get; }

    public IReadOnlyList<Statement> All => set.All;

    public async ValueTask DisposeAsync()
    {
        set.Dispose();
        await connection.DisposeAsync();
    }
}
