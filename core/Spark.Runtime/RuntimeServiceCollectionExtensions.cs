using Spark.Runtime.Nodes;
using Spark.Runtime.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Runtime.Actions;
using Spark.Runtime.Answers;
using Spark.Runtime.Bots;
using Spark.Runtime.Feeds;
using Spark.Runtime.Offload;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Tokens;
using Spark.Runtime.Turns;
using Spark.Runtime.Webhooks;

namespace Spark.Runtime;

/// <summary>Registers the runtime.</summary>
public static class RuntimeServiceCollectionExtensions
{
    /// <summary>
    /// Adds turns, outbox, answers and feeds. The host adds a store (<c>AddSparkSqlite</c>), the three directories of plugins
    /// (<c>IChannelDirectory</c>, <c>IActionDirectory</c>, <c>IOffloadDirectory</c>) and an <see cref="IBotCompiler"/>. Hosted services start
    /// in the order in which they are added: add what starts the plugins before this.
    /// </summary>
    public static IServiceCollection AddSparkRuntime(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.SectionName).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsValidator>();
        services.AddOptions<TurnOptions>().BindConfiguration(TurnOptions.SectionName).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<TurnOptions>, TurnOptionsValidator>();
        services.AddOptions<NodeOptions>().BindConfiguration(NodeOptions.SectionName);
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
        services.TryAddSingleton<TurnRunner>();
        services.TryAddSingleton<AnswerDesk>();
        services.TryAddSingleton<WebhookIntake>();
        services.TryAddSingleton<ConversationFeeds>();
        services.TryAddSingleton<Func<string, IConversationFeed>>(provider => provider.GetRequiredService<ConversationFeeds>().For);
        services.TryAddSingleton<AdminToken>();
        AddOutbox(services);
        return services;
    }

    private static void AddOutbox(IServiceCollection services)
    {
        services.TryAddSingleton<TranscriptReader>();
        services.TryAddSingleton<Persistence>();
        services.TryAddSingleton(provider =>
            new RetryDelay(provider.GetRequiredService<IOptions<OutboxOptions>>().Value, provider.GetRequiredService<ISeedSource>()));
        services.TryAddSingleton<MessageSender>();
        services.TryAddSingleton<ActionRunner>();
        services.TryAddSingleton<OffloadOpener>();
        services.TryAddSingleton<EffectResults>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddHostedService<TimerService>();
        services.AddHostedService<OutboxSampler>();
        services.TryAddSingleton<EffectRetry>();
        services.TryAddSingleton<ConversationRelease>();
    }
}
