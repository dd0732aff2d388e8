using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Spark.Cockpit.Access.Tokens;

/// <summary>Registers the tokens of scripts.</summary>
public static class AccessTokenServiceCollectionExtensions
{
    /// <summary>Adds what the admin API needs to make and to know tokens, over a database that the host adds.</summary>
    public static IServiceCollection AddSparkAccessTokens(this IServiceCollection services)
    {
        services.TryAddSingleton<AccessTokens>();
        return services;
    }
}
