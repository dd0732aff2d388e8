using Spark.Channels.Sparkcentral.Rest;

namespace Spark.Channels.Sparkcentral;

/// <summary>Offers the channel <c>sparkcentral</c>.</summary>
public sealed class SparkcentralPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel("sparkcentral", SparkcentralJson.Default.SparkcentralSettings, SparkcentralChannel.Create);
        builder.AddPreview("sparkcentral", SparkcentralPreview.Show);
    }
}
