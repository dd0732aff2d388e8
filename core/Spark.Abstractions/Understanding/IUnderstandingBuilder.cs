using System.Text.Json.Serialization.Metadata;

namespace Spark.Understanding;

/// <summary>What a host's <see cref="IPluginBuilder"/> is too, since contract 1.3. Plugins call <see cref="UnderstandingBuilderExtensions"/>.</summary>
public interface IUnderstandingBuilder
{
    /// <summary>Offers an understanding provider. <paramref name="create"/> runs once for every connection that the operator configured.</summary>
    /// <typeparam name="TSettings">The settings of one connection.</typeparam>
    /// <param name="id">The provider's id.</param>
    /// <param name="settings">Reads the settings. Secrets are already resolved.</param>
    /// <param name="create">Makes the provider. An exception of it marks only this connection as faulted.</param>
    void AddUnderstandingProvider<TSettings>(
        string id, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IUnderstandingProvider> create);
}
