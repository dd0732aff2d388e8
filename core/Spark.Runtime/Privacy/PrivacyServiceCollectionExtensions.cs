using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Spark.Runtime.Privacy;

/// <summary>Registers what people may ask of what is kept of them.</summary>
public static class PrivacyServiceCollectionExtensions
{
    /// <summary>Adds finding, exporting and erasing people, over a database that the host adds.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddSparkPrivacy(this IServiceCollection services)
    {
        services.TryAddSingleton<PersonFinder>();
        services.TryAddSingleton<PersonExport>();
        services.TryAddSingleton<PersonErasure>();
        return services;
    }
}
