namespace Spark.Offload.WebhookDesk;

/// <summary>Offers the offload provider <c>webhook-desk</c>.</summary>
public sealed class WebhookDeskPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOffloadProvider("webhook-desk", OffloadKind.Relay, DeskJson.Default.WebhookDeskSettings, Desk.Create);
    }
}
