using System.Text.Json;
using Spark.Messages;

namespace Spark.Engine.Conversations;

/// <summary>Writes the parts of a message: texts and choices itself, what is rare as their types' descriptions say.</summary>
internal static class PartWriter
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<MessagePart> parts)
    {
        json.WriteStartArray("parts"u8);
        for (var i = 0; i < parts.Count; i++)
        {
            switch (parts[i])
            {
                case TextPart text:
                    json.WriteStartObject();
                    json.WriteString("part"u8, "text"u8);
                    json.WriteString("text"u8, text.Text);
                    json.WriteEndObject();
                    break;
                case ChoicesPart choices:
                    Write(json, choices);
                    break;
                case var other:
                    json.WriteRest(other);
                    break;
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ChoicesPart part)
    {
        json.WriteStartObject();
        json.WriteString("part"u8, "choices"u8);
        json.WriteStartArray("choices"u8);
        for (var i = 0; i < part.Choices.Count; i++)
        {
            var choice = part.Choices[i];
            json.WriteStartObject();
            json.WriteString("label"u8, choice.Label);
            json.WriteText("token"u8, choice.Token);
            json.WriteText("link"u8, choice.Link?.OriginalString);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("areReplies"u8, part.AreReplies);
        if (part.AnswerOnce)
        {
            json.WriteBoolean("answerOnce"u8, true);
        }

        json.WriteEndObject();
    }
}
