using Spark.Channels;
using Spark.Engine.Reading.Yaml;
using Spark.Messages;
using Spark.Offload;
using Spark.Testing.Hosts;

namespace Spark.Testing.Suites;

/// <summary>Reads what another chatbot hands over.</summary>
internal static class HandoffReader
{
    private static readonly string[] Fields = ["source", "text", "metadata", "transcript", "timeZone", "files"];
    private static readonly string[] Speakers = ["user", "bot"];

    /// <summary>Reads it.</summary>
    /// <param name="node">What stands behind <c>handoff</c>.</param>
    /// <param name="context">What the readers share.</param>
    /// <returns>The event, whose conversation, person and keys are still to be named; null when it says nothing.</returns>
    public static ConversationForwarded? Read(YamlNode node, SuiteContext context)
    {
        if (context.Nodes.Mapping(node, "handoff") is not { } map)
        {
            return null;
        }

        context.Nodes.Allow(map, "a handoff", Fields);
        var source = context.Nodes.Require(map, "source", "A handoff") is { } name ? context.Nodes.Scalar(name, "source", "a name")?.Value : null;
        var parts = Parts(map, context);
        if (source is null)
        {
            return null;
        }

        if (parts.Count == 0)
        {
            context.Findings.Error(TestCodes.BadLine, map.At, "This handoff says nothing.", "Write text: TEXT, or files: [NAME].");
            return null;
        }

        return new()
        {
            ConversationId = "",
            Keys = [],
            ChannelInstance = "",
            Source = source,
            Parts = parts,
            Metadata = Metadata(map, context),
            TimeZone = Text(map, "timeZone", context),
            Transcript = [.. Transcript(map, context)],
        };
    }

    private static List<MessagePart> Parts(YamlMapping map, SuiteContext context)
    {
        var parts = new List<MessagePart>();
        if (Text(map, "text", context) is { Length: > 0 } text)
        {
            parts.Add(new TextPart(text));
        }

        if (map.Find("files") is { } files)
        {
            parts.AddRange(context.Nodes.List(files.Value, "files", (item, field) => context.Nodes.Scalar(item, field, "a file's name")).Select(file => TestFile.Named(file.Value)));
        }

        return parts;
    }

    // The API takes strings alone, and so a number here is its text.
    private static Dictionary<string, string> Metadata(YamlMapping map, SuiteContext context)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.Find("metadata") is { } told)
        {
            foreach (var entry in context.Nodes.Mapping(told.Value, "metadata")?.Entries ?? [])
            {
                if (context.Nodes.Scalar(entry.Value, entry.Name, "a text") is { } value)
                {
                    metadata[entry.Name] = value.Value;
                }
            }
        }

        return metadata;
    }

    private static IEnumerable<TranscriptLine> Transcript(YamlMapping map, SuiteContext context)
    {
        if (map.Find("transcript") is not { } told)
        {
            yield break;
        }

        foreach (var item in context.Nodes.Sequence(told.Value, "transcript")?.Items ?? [])
        {
            if (context.Nodes.Mapping(item, "transcript") is not { } line)
            {
                continue;
            }

            context.Nodes.Allow(line, "a line of a transcript", Speakers);
            if (line.Entries is not [var said])
            {
                context.Findings.Error(TestCodes.BadLine, line.At, "A line of a transcript is said by one.", "Write - user: TEXT, or - bot: TEXT.");
            }
            else if (context.Nodes.Scalar(said.Value, said.Name, "what was said") is { } text)
            {
                yield return new() { At = VirtualClock.Beginning, FromPerson = said.Name == "user", Text = text.Value };
            }
        }
    }

    private static string? Text(YamlMapping map, string field, SuiteContext context) =>
        map.Find(field) is { } entry ? context.Nodes.Scalar(entry.Value, field, "a text")?.Value : null;
}
