using System.Text.Json;
using Spark.Channels;
using Spark.Messages;
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
        builder.AddPreview("echo", Show);
        builder.AddOffloadProvider("echo-desk", OffloadKind.Ticket, GoodJson.Default.EchoSettings, (settings, _) => new EchoDesk(settings));
        builder.AddAction("reverse", GoodJson.Default.ReverseInput, GoodJson.Default.ReverseOutput, _ => new ReverseAction(), isRepeatable: true);
    }

    private static IReadOnlyList<MessagePreview> Show(OutboundMessage message)
    {
        var text = PlainText.Render(message.Parts);
        if (text == "explode")
        {
            throw new InvalidOperationException("It cannot be shown.");
        }

        using var payload = JsonDocument.Parse("{\"sent\":true}");
        return [new() { Shown = [new TextPart(text.ToUpperInvariant())], Payload = payload.RootElement.Clone(), Remarks = ["It is loud."] }];
    }
}
