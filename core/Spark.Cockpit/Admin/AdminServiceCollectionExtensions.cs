using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Configuration;

namespace Spark.Cockpit.Admin;

/// <summary>Registers what the admin API's description needs.</summary>
public static class AdminServiceCollectionExtensions
{
    /// <summary>Adds the OpenAPI document of the admin API, which <see cref="AdminEndpoints.MapSparkAdmin"/> serves behind the token.</summary>
    public static IServiceCollection AddSparkAdminDocument(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, AdminJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, SettingsJson.Default);

            // As the API writes and reads: words for what is one of a few, and numbers that are numbers.
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        return services.AddSingleton(host => new AdminDocument(host, services));
    }
}
