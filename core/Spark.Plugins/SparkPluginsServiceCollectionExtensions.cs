using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Spark.Plugins.Network;
using Spark.Runtime.Actions;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Channels;
using Spark.Runtime.Offload;
using Spark.Runtime.Understanding;

namespace Spark.Plugins;

/// <summary>Registers plugin hosting.</summary>
public static class SparkPluginsServiceCollectionExtensions
{
    /// <summary>
    /// Adds the plugin host and the runtime's directories that it implements. Needs from the others: logging, and a
    /// <c>Func&lt;string, IConversationFeed&gt;</c> that gives the feed of a channel instance.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets time limits and sizes, after the configuration's section <c>PluginLimits</c>; null for none.</param>
    public static IServiceCollection AddSparkPlugins(this IServiceCollection services, Action<PluginOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        // Commands that only look at plugins have no configuration.
        var options = services.AddOptions<PluginOptions>()
            .Configure<IServiceProvider>((limits, provider) =>
                provider.GetService<IConfiguration>()?.GetSection(PluginOptions.SectionName).Bind(limits));
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PluginOptions>, PluginOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IOutgoingHttp, OutgoingHttp>();
        services.TryAddSingleton<PluginHost>();
        services.TryAddSingleton<IChannelDirectory>(provider => provider.GetRequiredService<PluginHost>());
        services.TryAddSingleton<IOffloadDirectory>(provider => provider.GetRequiredService<PluginHost>());
        services.TryAddSingleton<IUnderstandingDirectory>(provider => provider.GetRequiredService<PluginHost>());
        services.TryAddSingleton<IActionDirectory>(provider => provider.GetRequiredService<PluginHost>());
        return services;
    }
}
