using Spark.Channels;
using Spark.Messages;

namespace Spark.Testing.Writing;

/// <summary>Writes what was handed over as a test tells it.</summary>
internal static class HandoffLine
{
    /// <summary>The fields of the line, those alone that say something.</summary>
    /// <param name="forwarded">What was handed over.</param>
    public static IEnumerable<string> Of(ConversationForwarded forwarded)
    {
        yield return $"source: {YamlText.Quote(forwarded.Source)}";
        if (string.Join('\n', forwarded.Parts.OfType<TextPart>().Select(part => part.Text)) is { Length: > 0 } text)
        {
            yield return $"text: {YamlText.Quote(text)}";
        }

        if (forwarded.Parts.OfType<FilePart>().Select(file => YamlText.Quote(file.Name)).ToList() is { Count: > 0 } files)
        {
            yield return $"files: [{string.Join(", ", files)}]";
        }

        if (forwarded.Metadata.Count > 0)
        {
            yield return $"metadata: {{ {string.Join(", ", forwarded.Metadata.Select(pair => $"{YamlText.Quote(pair.Key)}: {YamlText.Quote(pair.Value)}"))} }}";
        }

        if (forwarded.TimeZone is { } zone)
        {
            yield return $"timeZone: {YamlText.Quote(zone)}";
        }

        if (forwarded.Transcript.Count > 0)
        {
            yield return $"transcript: [{string.Join(", ", forwarded.Transcript.Select(line => $"{{ {(line.FromPerson ? "user" : "bot")}: {YamlText.Quote(line.Text)} }}"))}]";
        }
    }
}
