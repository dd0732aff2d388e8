using System.Text.Json;

namespace Spark.Offload.HandoffApi;

/// <summary>Makes a handoff of an offload request.</summary>
internal static class DocumentWriter
{
    private const int MostLines = 100;
    private const int LongestTranscript = 20_000;
    private const int LongestMetadata = 8_000;
    private const int MostMetadata = 49;
    private const int LongestText = 10_000;

    /// <summary>The body; null when there is nothing that the person has said.</summary>
    public static HandoffDocument? Of(OffloadRequest request, string source)
    {
        var said = Text(request.Fields, "text") ?? request.Transcript.LastOrDefault(line => line.FromPerson)?.Text;
        if (string.IsNullOrWhiteSpace(said))
        {
            return null;
        }

        return new()
        {
            Message = new([new("TEXT", said.Length > LongestText ? said[..LongestText] : said)]),
            Metadata = Metadata(request.Variables, source),
            Transcript = Transcript(request.Transcript) is { Count: > 0 } lines ? lines : null,
        };
    }

    /// <summary>Who the person is for the other side: the field <c>upn</c>, or else the e-mail address that the channel tells.</summary>
    public static string? PrincipalName(OffloadRequest request) => Text(request.Fields, "upn") ?? request.Person?.Email;

    // The values of metadata are strings; what is shared and is none goes as its JSON.
    private static Dictionary<string, string>? Metadata(JsonElement variables, string source)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (source.Length > 0)
        {
            metadata["source"] = source;
        }

        var length = source.Length;
        foreach (var variable in variables.ValueKind == JsonValueKind.Object ? variables.EnumerateObject() : default)
        {
            var value = variable.Value.ValueKind == JsonValueKind.String ? variable.Value.GetString()! : variable.Value.GetRawText();
            length += variable.Name.Length + value.Length;
            if (length > LongestMetadata || metadata.Count > MostMetadata)
            {
                break;
            }

            metadata[variable.Name] = value;
        }

        return metadata.Count > 0 ? metadata : null;
    }

    // The newest lines count most.
    private static List<HandoffLine> Transcript(IReadOnlyList<TranscriptLine> transcript)
    {
        var lines = new List<HandoffLine>();
        var length = 0;
        for (var i = transcript.Count - 1; i >= 0 && lines.Count < MostLines && (length += transcript[i].Text.Length) <= LongestTranscript; i--)
        {
            lines.Insert(0, new(transcript[i].FromPerson ? "user" : "bot", transcript[i].Text, transcript[i].At));
        }

        return lines;
    }

    private static string? Text(JsonElement fields, string name) =>
        fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
