using System.Globalization;
using System.Text;

namespace Spark.Messages;

/// <summary>How a message looks on a channel that shows only text.</summary>
public static class PlainText
{
    /// <summary>
    /// Renders the parts as one text: choices become a list that is numbered through the whole message, links show their address, files
    /// their name and address, cards their fallback text, items their lines with their choices below, places their name or where they
    /// lie, and what is hidden its dots. Events are for programs and leave no text, nor does typing.
    /// </summary>
    /// <param name="parts">The parts, in order.</param>
    /// <returns>The text; empty when there is nothing for people.</returns>
    public static string Render(IReadOnlyList<MessagePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var text = new StringBuilder();
        var number = 0;
        foreach (var part in parts)
        {
            switch (part)
            {
                case TextPart { Text.Length: > 0 } shown:
                    Line(text, shown.Text);
                    break;
                case CardPart card:
                    Line(text, card.FallbackText);
                    break;
                case FilePart file:
                    Line(text, $"{file.Name}: {file.Address}");
                    break;
                case ChoicesPart choices:
                    Number(text, choices.Choices, ref number);
                    break;
                case ItemsPart items:
                    foreach (var item in items.Items)
                    {
                        Add(text, item, ref number);
                    }

                    break;
                case LocationPart place:
                    Line(text, place.Name ?? place.Address ?? string.Create(CultureInfo.InvariantCulture, $"{place.Latitude}, {place.Longitude}"));
                    break;
                case HiddenPart:
                    Line(text, HiddenPart.Dots);
                    break;
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, Item item, ref int number)
    {
        Line(text, item.Link is null ? item.Title : $"{item.Title}: {item.Link}");
        if (item.Subtitle is { Length: > 0 } subtitle)
        {
            Line(text, subtitle);
        }

        if (item.Image is { } image)
        {
            Line(text, image.ToString());
        }

        Number(text, item.Choices, ref number);
    }

    private static void Number(StringBuilder text, IReadOnlyList<Choice> choices, ref int number)
    {
        foreach (var choice in choices)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{++number}. {choice.Label}");
            Line(text, choice.Link is null ? line : $"{line}: {choice.Link}");
        }
    }

    private static void Line(StringBuilder text, string line)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        text.Append(line);
    }
}
