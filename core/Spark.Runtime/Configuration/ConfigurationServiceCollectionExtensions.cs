using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Spark.ApiCalls;
using Spark.Escalation;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Categories;
using Spark.Runtime.Credentials;
using Spark.Runtime.Escalation;
using Spark.Runtime.Tokens;

namespace Spark.Runtime.Configuration;

/// <summary>Registers what administrators set while the host runs.</summary>
public static class ConfigurationServiceCollectionExtensions
{
    /// <summary>
    /// Adds credentials, API Calls, categories and the escalation. Needs a store, an <see cref="IOutgoingHttp"/> and options that say where
    /// the keys of credentials lie.
    /// </summary>
    public static IServiceCollection AddSparkConfiguration(this IServiceCollection services)
    {
        services.AddOptions<CredentialKeyOptions>();
        services.TryAddSingleton<CredentialKeys>();
        services.TryAddSingleton<ConfigurationCatalog>();
        services.TryAddSingleton<CredentialSessions>();
        services.TryAddSingleton<ApiCallRunner>();
        services.TryAddSingleton<IApiCalls>(provider => provider.GetRequiredService<ApiCallRunner>());
        services.TryAddSingleton(provider => new CredentialBook(
            provider.GetRequiredService<ConfigurationCatalog>(),
            provider.GetRequiredService<CredentialSessions>(),
            provider.GetRequiredService<CredentialKeys>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new SignIns(
            provider.GetRequiredService<ConfigurationCatalog>(),
            provider.GetRequiredService<CredentialSessions>(),
            provider.GetRequiredService<ISettingsStore>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new ApiCallBook(
            provider.GetRequiredService<ConfigurationCatalog>(), provider.GetRequiredService<ApiCallRunner>()));
        services.TryAddSingleton(provider => new CategoryBook(provider.GetRequiredService<ConfigurationCatalog>()));
        services.TryAddSingleton(provider => new EscalationBook(provider.GetRequiredService<ConfigurationCatalog>()));
        services.TryAddSingleton<IEscalation, EscalationDesk>();
        return services;
    }
}
