using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Spark.Access;
using Spark.Channels;
using Spark.Files;
using Spark.Runtime.Access;
using Spark.Runtime.Actions;
using Spark.Runtime.Answers;
using Spark.Runtime.Bots;
using Spark.Runtime.Episodes;
using Spark.Runtime.Feeds;
using Spark.Runtime.Files;
using Spark.Runtime.Nodes;
using Spark.Runtime.Offload;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Circuits;
using Spark.Runtime.Outbox.Lanes;
using Spark.Runtime.Outbox.Pacing;
using Spark.Runtime.People;
using Spark.Runtime.Privacy;
using Spark.Runtime.Retention;
using Spark.Runtime.Secrets;
using Spark.Runtime.Timers;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Tokens;
using Spark.Runtime.Turns;
using Spark.Runtime.Understanding;
using Spark.Runtime.Webhooks;

namespace Spark.Runtime;

/// <summary>Registers the runtime.</summary>
public static class RuntimeServiceCollectionExtensions
{
    /// <summary>
    /// Adds turns, outbox, answers and feeds. The host adds a store (<c>AddSparkSqlite</c>), the three directories of plugins
    /// (<c>IChannelDirectory</c>, <c>IActionDirectory</c>, <c>IOffloadDirectory</c>, and where there are understanding providers <c>IUnderstandingDirectory</c>) and an <see cref="IBotCompiler"/>. Hosted services start
    /// in the order in which they are added: add what starts the plugins before this.
    /// </summary>
    public static IServiceCollection AddSparkRuntime(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.SectionName).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsValidator>();
        services.AddOptions<TurnOptions>().BindConfiguration(TurnOptions.SectionName).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<TurnOptions>, TurnOptionsValidator>();
        services.AddOptions<SealOptions>().BindConfiguration(SealOptions.SectionName).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<SealOptions>, SealOptionsValidator>();
        services.TryAddSingleton<Seal>();
        services.TryAddSingleton<ConversationSeals>();
        services.AddOptions<NodeOptions>().BindConfiguration(NodeOptions.SectionName).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<NodeOptions>, NodeOptionsValidator>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.SectionName).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RetentionOptions>, BotRetentionValidator>());
        services.TryAddSingleton<RetentionForecast>();
        services.AddOptions<KeptFileOptions>().BindConfiguration(KeptFileOptions.SectionName).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<KeptFileOptions>, KeptFileOptionsValidator>();
        services.TryAddSingleton<FileRoom>();
        services.TryAddSingleton<Func<string, Uri, IFileCabinet>>(provider => (instance, publicUrl) =>
            ActivatorUtilities.CreateInstance<FileCabinet>(provider, instance, publicUrl));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Node>();
        services.TryAddSingleton<WakeSignal>();
        services.TryAddSingleton<ISeedSource, SharedSeedSource>();
        services.TryAddSingleton<ITurnEngine, DialogTurnEngine>();
        services.TryAddSingleton(provider => new RuntimeLifetime(provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped));
        services.TryAddSingleton<BotCatalog>();
        services.TryAddSingleton<TurnSupervisor>();
        services.TryAddSingleton<ConversationWatch>();
        services.TryAddSingleton<OutboxHandover>();
        services.TryAddSingleton<CircuitBoard>();
        services.TryAddSingleton<RetryPaces>();
        services.TryAddSingleton<UnderstandingDesk>();
        services.TryAddSingleton<TurnRunner>();
        services.TryAddSingleton<AnswerDesk>();
        services.TryAddSingleton<WebhookIntake>();
        services.TryAddSingleton<ConversationFeeds>();
        services.TryAddSingleton<Func<string, IConversationFeed>>(provider => provider.GetRequiredService<ConversationFeeds>().For);
        services.TryAddSingleton<Func<string, IKnownPeople>>(provider => instance =>
            new KnownPeople(instance, provider.GetRequiredService<IPeopleStore>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<AdminToken>();
        services.TryAddSingleton<IAuditTrail, AuditTrail>();
        services.TryAddSingleton<IApiAccess, ApiAccess>();
        services.TryAddSingleton<ApiClients>();
        services.AddSparkPrivacy();
        services.TryAddSingleton<ConversationEnding>();
        AddOutbox(services);
        return services;
    }

    // Hosted services stop in the opposite order: first what begins things, then what writes their ends, the node's lease last.
    private static void AddOutbox(IServiceCollection services)
    {
        services.TryAddSingleton<TranscriptReader>();
        services.TryAddSingleton<Persistence>();
        services.TryAddSingleton(provider =>
            new RetryDelay(provider.GetRequiredService<IOptions<OutboxOptions>>().Value, provider.GetRequiredService<ISeedSource>()));
        services.TryAddSingleton<MessageClock>();
        services.TryAddSingleton<EffectSupervisor>();
        services.TryAddSingleton<Room>();
        services.TryAddSingleton<TakeOverOrder>();
        services.TryAddSingleton<EffectsUnderWay>();
        services.TryAddSingleton<LaneReader>();
        services.TryAddSingleton<LaneRunner>();
        services.TryAddSingleton<MessageSender>();
        services.TryAddSingleton<ActionRunner>();
        services.TryAddSingleton<ActionQueue>();
        services.TryAddSingleton<OffloadOpener>();
        services.TryAddSingleton<LinkTokens>();
        services.TryAddSingleton<ILinkRedeemer>(provider => provider.GetRequiredService<LinkTokens>());
        services.TryAddSingleton<DeskDoor>();
        services.TryAddSingleton<DeskSender>();
        services.TryAddSingleton<DeskIntake>();
        services.TryAddSingleton<EffectResults>();
        services.TryAddSingleton<EffectsInHand>();
        services.TryAddSingleton<OutboxTakeOver>();
        services.TryAddSingleton<EndWriter>();
        services.TryAddSingleton<OutboxOperations>();
        services.AddHostedService<NodeService>();
        services.AddHostedService(provider => provider.GetRequiredService<EndWriter>());
        services.AddHostedService<OutboxDispatcher>();
        services.AddHostedService<TimerService>();
        services.AddHostedService<RetentionService>();
        services.AddHostedService<SearchWordService>();
        services.AddHostedService<OutboxSampler>();
        services.TryAddSingleton<ConversationRelease>();
        services.TryAddSingleton<TicketNews>();
        services.TryAddSingleton<ConversationReassignment>();
        services.TryAddSingleton<OperatorDesk>();
    }
}
