using Spark.Offload;

namespace Spark.UnderTest.Hanging;

/// <summary>Configures well; hangs afterwards.</summary>
public sealed class HangingPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel("hanging", PlainJson.Default.PlainSettings, (settings, _) =>
        {
            if (string.Equals(settings.Mode, "factory", StringComparison.Ordinal))
            {
                Never.Return();
            }

            return new HangingChannel(settings.Mode);
        });
        builder.AddOffloadProvider("hanging-desk", OffloadKind.Ticket, PlainJson.Default.PlainSettings, (_, _) => new HangingDesk());
        builder.AddAction("hang", PlainJson.Default.PlainSettings, PlainJson.Default.PlainSettings, _ => new HangingAction());
    }
}
