using System.Globalization;
using System.Text.Json;
using Spark.Offload;

namespace Spark.Channels.HandoffApi.Requests;

/// <summary>
/// Reads the optional <c>transcript</c>, which the original does not know: lines of <c>{"role": "user" | "bot", "text", "at"?}</c>, the
/// oldest first.
/// </summary>
internal static class TranscriptReader
{
    public static IReadOnlyList<TranscriptLine> Read(JsonElement transcript, DateTimeOffset now)
    {
        if (transcript.ValueKind != JsonValueKind.Array || transcript.GetArrayLength() > Limits.TranscriptLines)
        {
            throw new BadBodyException($"'transcript' must be a list of at most {Limits.TranscriptLines} lines.");
        }

        var lines = new List<TranscriptLine>();
        foreach (var line in transcript.EnumerateArray())
        {
            lines.Add(Read(line, string.Create(CultureInfo.InvariantCulture, $"transcript[{lines.Count}]"), now));
        }

        return lines.Sum(line => line.Text.Length) <= Limits.Transcript
            ? lines
            : throw new BadBodyException($"The lines of 'transcript' may hold {Limits.Transcript} characters together.");
    }

    private static TranscriptLine Read(JsonElement line, string at, DateTimeOffset now)
    {
        if (line.ValueKind != JsonValueKind.Object
            || !line.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String
            || !line.TryGetProperty("role", out var role) || role.ValueKind != JsonValueKind.String
            || role.GetString() is not ("user" or "bot"))
        {
            throw new BadBodyException($"'{at}' must have a 'role', which is \"user\" or \"bot\", and a 'text'.");
        }

        return new()
        {
            At = line.TryGetProperty("at", out var said) && said.ValueKind == JsonValueKind.String && said.TryGetDateTimeOffset(out var time) ? time : now,
            FromPerson = string.Equals(role.GetString(), "user", StringComparison.Ordinal),
            Text = text.GetString()!,
        };
    }
}
