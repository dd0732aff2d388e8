using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Spark.Host.Hosting;
using Spark.Runtime.Health;

namespace Spark.Host.Health;

/// <summary>Registers readiness, and how the host stops.</summary>
internal static class HealthServiceCollectionExtensions
{
    private static readonly TimeSpan UsualServeOn = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddSparkHealth(this IServiceCollection services, HostSettings settings)
    {
        services.AddOptions<ShutdownOptions>()
            .BindConfiguration(ShutdownOptions.SectionName)
            .PostConfigure(options => options.ServeOn ??= settings.Storage.IsShared ? UsualServeOn : TimeSpan.Zero)
            .ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<ShutdownOptions>, ShutdownOptionsValidator>();
        services.AddOptions<Microsoft.Extensions.Hosting.HostOptions>().Configure<IOptions<ShutdownOptions>>((host, shutdown) => host.ShutdownTimeout = shutdown.Value.Limit);
        services.TryAddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        services.TryAddSingleton<Readiness>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReadinessProbe, PluginProbe>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReadinessProbe, LeaseProbe>());
        return services;
    }
}
