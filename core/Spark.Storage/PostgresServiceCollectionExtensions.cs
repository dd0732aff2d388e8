using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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
using Spark.Storage.Postgres;
using Spark.Storage.Postgres.Access;
using Spark.Storage.Postgres.Accounts;
using Spark.Storage.Postgres.Answers;
using Spark.Storage.Postgres.Bots;
using Spark.Storage.Postgres.Configuration;
using Spark.Storage.Postgres.Conversations;
using Spark.Storage.Postgres.Drafts;
using Spark.Storage.Postgres.Episodes;
using Spark.Storage.Postgres.Escalation;
using Spark.Storage.Postgres.Feeds;
using Spark.Storage.Postgres.Files;
using Spark.Storage.Postgres.Health;
using Spark.Storage.Postgres.Links;
using Spark.Storage.Postgres.Instances;
using Spark.Storage.Postgres.Nodes;
using Spark.Storage.Postgres.Operations;
using Spark.Storage.Postgres.Outbox;
using Spark.Storage.Postgres.People;
using Spark.Storage.Postgres.Privacy;
using Spark.Storage.Postgres.Retention;
using Spark.Storage.Postgres.Settings;
using Spark.Storage.Postgres.Timers;
using Spark.Storage.Postgres.Views;

namespace Spark.Storage;

/// <summary>Registers the storage on PostgreSQL.</summary>
public static class PostgresServiceCollectionExtensions
{
    /// <summary>
    /// Adds the stores on a PostgreSQL that any number of nodes share. The database is brought to this program's schema before its first
    /// use; a host that wants to know at once asks <see cref="PostgresDatabase.PrepareAsync"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">Where the database is, and who asks.</param>
    public static IServiceCollection AddSparkPostgres(this IServiceCollection services, string connectionString)
    {
        services.AddOptions<PostgresOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new PostgresDatabase(
            connectionString,
            provider.GetRequiredService<IOptions<PostgresOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.TryAddSingleton<IConversationStore, PostgresConversationStore>();
        services.TryAddSingleton<IOutboxStore, PostgresOutboxStore>();
        services.TryAddSingleton<ILaneStore, PostgresOutboxStore>();
        services.TryAddSingleton<IOutboxDesk, PostgresOutboxDesk>();
        services.TryAddSingleton<INodeStore, PostgresNodeStore>();
        services.TryAddSingleton<ITimerStore, PostgresTimerStore>();
        services.TryAddSingleton<IRetentionStore, PostgresRetentionStore>();
        services.TryAddSingleton<IBotRetentionStore, PostgresBotRetentionStore>();
        services.TryAddSingleton<IAnswerStore, PostgresAnswerStore>();
        services.TryAddSingleton<IConversationLog, PostgresConversationLog>();
        services.TryAddSingleton<IConversationIndex, PostgresConversationIndex>();
        services.TryAddSingleton<IEpisodeIndex, PostgresEpisodeIndex>();
        services.TryAddSingleton<ISearchWordStore, PostgresSearchWordStore>();
        services.TryAddSingleton<IDatabaseCare, PostgresCare>();
        services.TryAddSingleton<IEffectHold, PostgresEffectHold>();
        services.TryAddSingleton<IBotVersionStore, PostgresBotVersionStore>();
        services.TryAddSingleton<IBotModelStore, PostgresBotModelStore>();
        services.TryAddSingleton<IPublicationStore, PostgresPublicationStore>();
        services.TryAddSingleton<IBotSwitch, PostgresPublicationStore>();
        services.TryAddSingleton<ISettingsStore, PostgresSettingsStore>();
        services.TryAddSingleton<IAccessTokenStore, PostgresAccessTokenStore>();
        services.TryAddSingleton<IApiClientStore, PostgresApiClientStore>();
        services.TryAddSingleton<IApiTokenStore, PostgresApiClientStore>();
        services.TryAddSingleton<IAuditStore, PostgresAuditStore>();
        services.TryAddSingleton<IFileStore, PostgresFileStore>();
        services.TryAddSingleton<IFileSpace, PostgresFileStore>();
        services.TryAddSingleton<FileLinks>();
        services.TryAddSingleton<IPeopleStore, PostgresPeopleStore>();
        services.TryAddSingleton<IPersonVariableStore, PostgresPersonVariableStore>();
        services.TryAddSingleton<IPersonIndex, PostgresPersonIndex>();
        services.TryAddSingleton<IErasureStore, PostgresErasureStore>();
        services.TryAddSingleton<ILinkStore, PostgresLinkStore>();
        services.TryAddSingleton<IAccountStore, PostgresAccountStore>();
        services.TryAddSingleton<IVouchedAccounts, PostgresAccountStore>();
        services.TryAddSingleton<ISessionStore, PostgresSessionStore>();
        services.TryAddSingleton<IDraftStore, PostgresDraftStore>();
        services.TryAddSingleton<IViewStore, PostgresViewStore>();
        services.TryAddSingleton<IInstanceStore, PostgresInstanceStore>();
        services.TryAddSingleton<IConfigurationStore, PostgresConfigurationStore>();
        services.TryAddSingleton<IEscalationStore, PostgresEscalationStore>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReadinessProbe, PostgresProbe>());
        return services;
    }
}
