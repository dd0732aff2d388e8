namespace Spark.Offload.SparkcentralMessenger;

/// <summary>Offers the offload provider <c>sparkcentral-messenger</c>.</summary>
public sealed class SparkcentralMessengerPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOffloadProvider(
            "sparkcentral-messenger", OffloadKind.Link, SparkcentralMessengerJson.Default.MessengerSettings, MessengerLink.Create);
    }
}
