namespace Spark.TestPlugins.Wire;

/// <summary>Offers the channel <c>wire</c>.</summary>
public sealed class WirePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel("wire", WireJson.Default.WireSettings, (settings, services) => new WireChannel(settings, services));
    }
}
