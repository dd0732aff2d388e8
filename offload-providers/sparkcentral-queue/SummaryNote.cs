using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Spark.Offload.SparkcentralQueue;

/// <summary>
/// The note for agents: what the bot found out, and what was said. It holds nothing that the step does not share, and it is
/// bounded: no limit of notes is documented, and a refused note would hold up the handover.
/// </summary>
internal static class SummaryNote
{
    private const int LongestTranscript = 8000;
    private const int LongestLine = 2000;

    /// <summary>Writes the note; null when the step shares nothing.</summary>
    public static string? Of(OffloadRequest request)
    {
        string[] sections = [Variables(request.Variables), Transcript(request.Transcript)];
        var note = string.Join("\n\n", sections.Where(section => section.Length > 0));
        return note.Length > 0 ? note : null;
    }

    private static string Variables(JsonElement variables) => variables.ValueKind == JsonValueKind.Object
        ? string.Join('\n', variables.EnumerateObject().Where(variable => IsGiven(variable.Value)).Select(Line))
        : "";

    private static bool IsGiven(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    private static string Line(JsonProperty variable) =>
        Shorten($"{variable.Name}: {(variable.Value.ValueKind == JsonValueKind.String ? variable.Value.GetString() : variable.Value.GetRawText())}");

    /// <summary>The newest lines that there is room for.</summary>
    private static string Transcript(IReadOnlyList<TranscriptLine> transcript)
    {
        var text = new StringBuilder();
        for (var i = transcript.Count - 1; i >= 0; i--)
        {
            var line = Line(transcript[i]);
            if (text.Length + line.Length > LongestTranscript)
            {
                return text.Insert(0, string.Create(CultureInfo.InvariantCulture, $"({i + 1} earlier lines left out)")).ToString();
            }

            text.Insert(0, i == 0 ? line : $"\n{line}");
        }

        return text.ToString();
    }

    private static string Line(TranscriptLine line) => Shorten(string.Create(
        CultureInfo.InvariantCulture,
        $"{line.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {(line.FromPerson ? "contact" : "bot")}: {line.Text}"));

    private static string Shorten(string line)
    {
        if (line.Length <= LongestLine)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[LongestLine - 1]) ? LongestLine - 1 : LongestLine;
        return $"{line.AsSpan(0, end)}…";
    }
}
