using System.Globalization;
using System.Text;

namespace Spark.Messages;

/// <summary>How a message looks on a channel that shows only text.</summary>
public static class PlainText
{
    /// <summary>
    /// Renders the parts as one text: choices become a numbered list, links show their address, files their name and address,
    /// cards their fallback text. Events are for programs and leave no text.
    /// </summary>
    /// <param name="parts">The parts, in order.</param>
    /// <returns>The text; empty when there is nothing for people.</returns>
    public static string Render(IReadOnlyList<MessagePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var text = new StringBuilder();
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
                    Number(text, choices.Choices);
                    break;
            }
        }

        return text.ToString();
    }

    private static void Number(StringBuilder text, IReadOnlyList<Choice> choices)
    {
        for (var i = 0; i < choices.Count; i++)
        {
            var choice = choices[i];
            var line = string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {choice.Label}");
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
