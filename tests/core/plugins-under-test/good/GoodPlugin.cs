using Spark.Offload;

namespace Spark.UnderTest.Good;

/// <summary>Offers one of each.</summary>
public sealed class GoodPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel("echo", GoodJson.Default.EchoSettings, (settings, services) => settings.Greeting switch
        {
            "refuse" => throw new ArgumentException($"The setting 'key' ({settings.Key}) is not good enough.", nameof(settings)),
            "explode" => throw new InvalidOperationException($"No luck with {settings.Key}."),
            "nothing" => null!,
            _ => new EchoChannel(settings, services),
        });
        builder.AddOffloadProvider("echo-desk", OffloadKind.Ticket, GoodJson.Default.EchoSettings, (settings, _) => new EchoDesk(settings));
        builder.AddAction("reverse", GoodJson.Default.ReverseInput, GoodJson.Default.ReverseOutput, _ => new ReverseAction(), isRepeatable: true);
    }
}
