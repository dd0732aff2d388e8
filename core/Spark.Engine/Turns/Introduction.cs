using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>How a forwarded conversation begins for the person: a card that names where it comes from and repeats what was said there.</summary>
internal static class Introduction
{
    /// <summary>Enough to know one's own words again; the whole is in the conversation's record.</summary>
    private const int LongestQuote = 500;

    public static void Say(Turn turn, Handoff handoff)
    {
        var title = string.Format(CultureInfo.InvariantCulture, BuiltInTexts.In(turn.State.Language, BuiltInTexts.HandedOver), handoff.From);
        var said = Shorten(handoff.Text);
        string[] lines = [.. said.Length > 0 ? [said] : Array.Empty<string>(), .. handoff.Files.Select(file => file.Name)];
        Speech.Send(turn, [new CardPart(CardOf(title, lines), string.Join('\n', [title, .. lines]))]);
    }

    // Text runs show no mark-up: what another system sends must not become a link under the bot's name.
    private static JsonElement CardOf(string title, string[] lines)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "AdaptiveCard");
            writer.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
            writer.WriteString("version", "1.5");
            writer.WriteStartArray("body");
            WriteRun(writer, title, isTitle: true);
            foreach (var line in lines)
            {
                WriteRun(writer, line, isTitle: false);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void WriteRun(Utf8JsonWriter writer, string text, bool isTitle)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "RichTextBlock");
        writer.WriteStartArray("inlines");
        writer.WriteStartObject();
        writer.WriteString("type", "TextRun");
        writer.WriteString("text", text);
        if (isTitle)
        {
            writer.WriteString("weight", "Bolder");
        }
        else
        {
            writer.WriteBoolean("italic", value: true);
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Shorten(string text)
    {
        if (text.Length <= LongestQuote)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return text[..end] + "…";
    }
}
