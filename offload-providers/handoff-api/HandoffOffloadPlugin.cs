namespace Spark.Offload.HandoffApi;

/// <summary>Offers the offload provider <c>handoff-api</c>.</summary>
public sealed class HandoffOffloadPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOffloadProvider("handoff-api", OffloadKind.Link, OffloadJson.Default.HandoffOffloadSettings, HandoffLink.Create);
    }
}
