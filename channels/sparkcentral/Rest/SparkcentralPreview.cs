using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Spark.Messages;

namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>How a message looks: written by the writer of those that are sent, for an instance whose settings are left as they are.</summary>
internal static class SparkcentralPreview
{
    private static readonly ManipulationWriter Writer = new(Wire.Of(new SparkcentralSettings()), shortcodes: false, NullLogger<ManipulationWriter>.Instance);

    /// <summary>The manipulation of a message, and what people see of it.</summary>
    public static IReadOnlyList<MessagePreview> Show(OutboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (Writer.Write([message]) is not { } written)
        {
            return [];
        }

        var manipulation = JsonSerializer.Deserialize(written, SparkcentralJson.Default.Manipulation)!;
        var reader = new Utf8JsonReader(written);
        return
        [
            new()
            {
                Shown = manipulation.SendMessage?.Text is { Length: > 0 } text ? [new TextPart(text)] : [],
                Payload = JsonElement.ParseValue(ref reader),
                Remarks = [.. Remarks(message)],
            },
        ];
    }

    private static IEnumerable<string> Remarks(OutboundMessage message)
    {
        if (message.Parts.Any(part => part is ChoicesPart or ItemsPart { Items: [{ Choices.Count: > 0 }, ..] }))
        {
            yield return "There are no buttons: they are a numbered list, and the number is an answer. With the setting Shortcodes they are buttons in Sparkcentral's own messenger.";
        }

        if (message.Parts.Any(part => part is CardPart))
        {
            yield return "There are no cards: a card leaves as its fallback text.";
        }

        if (message.Parts.Any(part => part is FilePart))
        {
            yield return "Where the instance has a REST API key, the first file is uploaded and attached; else it stands as its address, as here.";
        }
    }
}
