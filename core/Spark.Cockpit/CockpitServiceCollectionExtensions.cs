using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Spark.Cockpit.Access;
using Spark.Cockpit.Access.Tokens;
using Spark.Cockpit.Conversations;
using Spark.Cockpit.Insights;
using Spark.Cockpit.Instances;
using Spark.Cockpit.Pages;
using Spark.Cockpit.Plugins;
using Spark.Cockpit.Studio.Talking;
using Spark.Runtime.Bots;

namespace Spark.Cockpit;

/// <summary>Registers the cockpit.</summary>
public static class CockpitServiceCollectionExtensions
{
    /// <summary>Adds what people need who sign in. The host adds the stores.</summary>
    /// <param name="services">The services.</param>
    /// <param name="folder">Where the build has put the page.</param>
    public static IServiceCollection AddSparkCockpit(this IServiceCollection services, string folder)
    {
        services.TryAddSingleton<SignInGuard>();
        services.TryAddSingleton<SignInAudit>();
        services.TryAddSingleton<SessionDesk>();
        services.TryAddSingleton<FirstAdministrator>();
        services.AddSparkAccessTokens();
        services.TryAddSingleton<InstanceBook>();
        services.AddHostedService<InstanceFollower>();
        services.TryAddSingleton(new PluginInstallation(null, IsAllowed: false));
        services.TryAddSingleton<StandingMisfits>();
        services.TryAddSingleton<PluginDesk>();
        services.TryAddSingleton<NodePluginBoard>();
        services.AddHostedService<NodePluginService>();
        services.TryAddSingleton<InsightReader>();
        services.TryAddSingleton<TranscriptViews>();
        services.TryAddSingleton(_ => new TalkGate(Math.Max(2, Environment.ProcessorCount), TimeSpan.FromSeconds(5)));
        services.TryAddSingleton(new CockpitFiles(folder));
        return services;
    }
}
