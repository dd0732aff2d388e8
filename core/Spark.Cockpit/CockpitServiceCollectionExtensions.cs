using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Spark.Cockpit.Access;
using Spark.Cockpit.Access.Tokens;
using Spark.Cockpit.Instances;
using Spark.Cockpit.Pages;

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
        services.TryAddSingleton<SessionDesk>();
        services.TryAddSingleton<FirstAdministrator>();
        services.AddSparkAccessTokens();
        services.TryAddSingleton<InstanceBook>();
        services.TryAddSingleton(new CockpitFiles(folder));
        return services;
    }
}
