namespace Spark.TestPlugins.Deed;

/// <summary>Offers the action <c>deed</c>, and promises nothing about calling it again.</summary>
public sealed class DeedPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddAction(
            "deed", DeedJson.Default.DeedInput, DeedJson.Default.DeedOutput, services => new DeedAction(services.PublicUrl));
    }
}
