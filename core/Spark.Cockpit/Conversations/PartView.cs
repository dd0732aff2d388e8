using Spark.Messages;

namespace Spark.Cockpit.Conversations;

/// <summary>A part of a message, as far as it can be shown without fetching anything.</summary>
/// <param name="Kind">What it is: text, choices, card, file, items, location, event, hidden or typing.</param>
/// <param name="Text">What is to be read.</param>
/// <param name="Choices">The labels of what could be chosen.</param>
/// <param name="Address">Where a file lies; a page shows it as a link and never loads it.</param>
internal sealed record PartView(string Kind, string Text, IReadOnlyList<string>? Choices = null, string? Address = null)
{
    public static IReadOnlyList<PartView> Of(IReadOnlyList<MessagePart> parts) => [.. parts.Select(Of)];

    private static PartView Of(MessagePart part) => part switch
    {
        TextPart text => new("text", text.Text),
        ChoicesPart choices => new("choices", "", [.. choices.Choices.Select(choice => choice.Label)]),
        FilePart file => new("file", file.Name, Address: file.Address.ToString()),
        CardPart card => new("card", card.FallbackText),
        HiddenPart => new("hidden", HiddenPart.Dots),
        EventPart named => new("event", named.Name),
        TypingPart => new("typing", ""),
        _ => new(KindOf(part), PlainText.Render([part])),
    };

    private static string KindOf(MessagePart part) => part switch { ItemsPart => "items", LocationPart => "location", _ => part.GetType().Name };
}
