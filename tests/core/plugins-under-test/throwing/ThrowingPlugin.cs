using Spark.Offload;

namespace Spark.UnderTest.Throwing;

/// <summary>Configures well; throws afterwards.</summary>
public sealed class ThrowingPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel("throwing", PlainJson.Default.PlainSettings, (settings, _) => new ThrowingChannel(settings.Mode));
        builder.AddOffloadProvider("throwing-desk", OffloadKind.Ticket, PlainJson.Default.PlainSettings, (_, _) => new ThrowingDesk());
        builder.AddAction("throw", PlainJson.Default.PlainSettings, PlainJson.Default.PlainSettings, _ => new ThrowingAction());
    }
}
