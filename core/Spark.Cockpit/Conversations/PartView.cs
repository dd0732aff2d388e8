using Spark.Messages;
using Spark.Runtime.Offload;

namespace Spark.Cockpit.Conversations;

/// <summary>A part of a message, as far as it can be shown without fetching anything.</summary>
/// <param name="Kind">What it is: text, choices, card, file, items, location, event, hidden or typing.</param>
/// <param name="Text">What is to be read.</param>
/// <param name="Choices">The labels of what could be chosen.</param>
/// <param name="Address">Where a file lies; a page shows it as a link and never loads it.</param>
/// <param name="Size">How many bytes a file has; null when nobody knows.</param>
internal sealed record PartView(string Kind, string Text, IReadOnlyList<string>? Choices = null, string? Address = null, long? Size = null)
{
    public static IReadOnlyList<PartView> Of(IReadOnlyList<MessagePart> parts, LinkMask mask) => [.. parts.Select(part => Of(part).Masked(mask))];

    private PartView Masked(LinkMask mask) => this with { Text = mask.Apply(Text), Choices = Choices is null ? null : [.. Choices.Select(mask.Apply)] };

    private static PartView Of(MessagePart part) => part switch
    {
        TextPart text => new("text", text.Text),
        ChoicesPart choices => new("choices", "", [.. choices.Choices.Select(choice => choice.Label)]),
        FilePart file => new("file", file.Name, Address: file.Address.ToString(), Size: file.Size),
        CardPart card => new("card", card.FallbackText),
        HiddenPart => new("hidden", HiddenPart.Dots),
        EventPart named => new("event", named.Name),
        TypingPart => new("typing", ""),
        _ => new(KindOf(part), PlainText.Render([part])),
    };

    private static string KindOf(MessagePart part) => part switch { ItemsPart => "items", LocationPart => "location", _ => part.GetType().Name };
}
