using System.Text.Json.Serialization.Metadata;

namespace Spark.Understanding;

/// <summary>Lets a plugin offer understanding providers where it offers everything else.</summary>
public static class UnderstandingBuilderExtensions
{
    /// <summary>Offers an understanding provider, as <see cref="IUnderstandingBuilder"/> says. Since contract 1.3.</summary>
    /// <typeparam name="TSettings">The settings of one connection.</typeparam>
    /// <param name="builder">The plugin's builder.</param>
    /// <param name="id">The provider's id.</param>
    /// <param name="settings">Reads the settings. Secrets are already resolved.</param>
    /// <param name="create">Makes the provider. An exception of it marks only this connection as faulted.</param>
    /// <exception cref="NotSupportedException">The host knows no understanding providers.</exception>
    public static void AddUnderstandingProvider<TSettings>(
        this IPluginBuilder builder, string id, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IUnderstandingProvider> create)
    {
        if (builder is not IUnderstandingBuilder able)
        {
            throw new NotSupportedException("This host knows no understanding providers.");
        }

        able.AddUnderstandingProvider(id, settings, create);
    }
}
