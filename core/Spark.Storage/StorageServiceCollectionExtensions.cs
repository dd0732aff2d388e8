using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Spark.Runtime.Access;
using Spark.Runtime.Accounts;
using Spark.Runtime.Answers;
using Spark.Runtime.Bots;
using Spark.Runtime.Configuration;
using Spark.Runtime.Drafts;
using Spark.Runtime.Episodes;
using Spark.Runtime.Escalation;
using Spark.Runtime.Feeds;
using Spark.Runtime.Files;
using Spark.Runtime.Health;
using Spark.Runtime.Instances;
using Spark.Runtime.Nodes;
using Spark.Runtime.Offload;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.People;
using Spark.Runtime.Privacy;
using Spark.Runtime.Retention;
using Spark.Runtime.Timers;
using Spark.Runtime.Tokens;
using Spark.Runtime.Turns;
using Spark.Runtime.Views;
using Spark.Storage.Sqlite;
using Spark.Storage.Sqlite.Access;
using Spark.Storage.Sqlite.Accounts;
using Spark.Storage.Sqlite.Answers;
using Spark.Storage.Sqlite.Bots;
using Spark.Storage.Sqlite.Configuration;
using Spark.Storage.Sqlite.Conversations;
using Spark.Storage.Sqlite.Drafts;
using Spark.Storage.Sqlite.Episodes;
using Spark.Storage.Sqlite.Escalation;
using Spark.Storage.Sqlite.Feeds;
using Spark.Storage.Sqlite.Files;
using Spark.Storage.Sqlite.Health;
using Spark.Storage.Sqlite.Links;
using Spark.Storage.Sqlite.Instances;
using Spark.Storage.Sqlite.Nodes;
using Spark.Storage.Sqlite.Operations;
using Spark.Storage.Sqlite.Outbox;
using Spark.Storage.Sqlite.People;
using Spark.Storage.Sqlite.Privacy;
using Spark.Storage.Sqlite.Retention;
using Spark.Storage.Sqlite.Settings;
using Spark.Storage.Sqlite.Timers;
using Spark.Storage.Sqlite.Views;

namespace Spark.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the stores on a SQLite file in a data folder, which the host holds by a <see cref="DataFolders.DataFolderLock"/>. The file is
    /// opened, and brought to this program's schema, when the first store is asked for.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="dataFolder">The data folder.</param>
    public static IServiceCollection AddSparkSqlite(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => SqliteDatabase.Open(
            Path.Combine(dataFolder, SqliteDatabase.FileName),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.TryAddSingleton<IConversationStore, SqliteConversationStore>();
        services.TryAddSingleton<IOutboxStore, SqliteOutboxStore>();
        services.TryAddSingleton<ILaneStore, SqliteOutboxStore>();
        services.TryAddSingleton<IAnswerStore, SqliteAnswerStore>();
        services.TryAddSingleton<IConversationLog, SqliteConversationLog>();
        services.TryAddSingleton<IBotVersionStore, SqliteBotVersionStore>();
        services.TryAddSingleton<IBotModelStore, SqliteBotModelStore>();
        services.TryAddSingleton<IPublicationStore, SqlitePublicationStore>();
        services.TryAddSingleton<IBotSwitch, SqlitePublicationStore>();
        services.TryAddSingleton<INodeStore, SqliteNodeStore>();
        services.TryAddSingleton<ITimerStore, SqliteTimerStore>();
        services.TryAddSingleton<IRetentionStore, SqliteRetentionStore>();
        services.TryAddSingleton<IBotRetentionStore, SqliteBotRetentionStore>();
        services.TryAddSingleton<IDatabaseCare, SqliteDatabaseCare>();
        services.TryAddSingleton<IConversationIndex, SqliteConversationIndex>();
        services.TryAddSingleton<IEpisodeIndex, SqliteEpisodeIndex>();
        services.TryAddSingleton<ISearchWordStore, SqliteSearchWordStore>();
        services.TryAddSingleton<IOutboxDesk, SqliteOutboxDesk>();
        services.TryAddSingleton<IEffectHold, SqliteEffectHold>();
        services.TryAddSingleton<ISettingsStore, SqliteSettingsStore>();
        services.TryAddSingleton<IAccessTokenStore, SqliteAccessTokenStore>();
        services.TryAddSingleton<IApiClientStore, SqliteApiClientStore>();
        services.TryAddSingleton<IApiTokenStore, SqliteApiClientStore>();
        services.TryAddSingleton<IAuditStore, SqliteAuditStore>();
        services.TryAddSingleton<IFileStore, SqliteFileStore>();
        services.TryAddSingleton<IFileSpace, SqliteFileStore>();
        services.TryAddSingleton<FileLinks>();
        services.TryAddSingleton<IPeopleStore, SqlitePeopleStore>();
        services.TryAddSingleton<IPersonVariableStore, SqlitePersonVariableStore>();
        services.TryAddSingleton<IPersonIndex, SqlitePersonIndex>();
        services.TryAddSingleton<IErasureStore, SqliteErasureStore>();
        services.TryAddSingleton<ILinkStore, SqliteLinkStore>();
        services.TryAddSingleton<IAccountStore, SqliteAccountStore>();
        services.TryAddSingleton<IVouchedAccounts, SqliteAccountStore>();
        services.TryAddSingleton<ISessionStore, SqliteSessionStore>();
        services.TryAddSingleton<IDraftStore, SqliteDraftStore>();
        services.TryAddSingleton<IViewStore, SqliteViewStore>();
        services.TryAddSingleton<IInstanceStore, SqliteInstanceStore>();
        services.TryAddSingleton<IConfigurationStore, SqliteConfigurationStore>();
        services.TryAddSingleton<IEscalationStore, SqliteEscalationStore>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReadinessProbe, SqliteProbe>());
        return services;
    }
}
