namespace Spark.Understanding.Http;

/// <summary>Offers the understanding provider <c>understanding-http</c>.</summary>
public sealed class HttpUnderstandingPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddUnderstandingProvider(
            "understanding-http", HttpUnderstandingJson.Default.HttpUnderstandingSettings, (settings, services) => new HttpUnderstanding(settings, services.Http));
    }
}
