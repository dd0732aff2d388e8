namespace Spark.Channels.HandoffApi;

/// <summary>Offers the channel <c>handoff-api</c>: Nexthink Spark's Handoff API, and the token endpoint that goes with it.</summary>
public sealed class HandoffPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel("handoff-api", HandoffJson.Default.HandoffSettings, HandoffChannel.Create);
    }
}
