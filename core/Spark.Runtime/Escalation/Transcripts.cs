using System.Globalization;
using System.Net;
using System.Text;
using Spark.Offload;

namespace Spark.Runtime.Escalation;

/// <summary>Writes what was said for a ticket.</summary>
internal static class Transcripts
{
    private const int Longest = 30_000;

    public static string Text(IReadOnlyList<TranscriptLine> lines, string? name) => Join(
        lines.Select(line => $"{Stamp(line)} {Who(line, name)}: {line.Text}"), "\n");

    public static string Html(IReadOnlyList<TranscriptLine> lines, string? name) => Join(
        lines.Select(line =>
            $"<p><b>{WebUtility.HtmlEncode(Who(line, name))}</b> <small>{Stamp(line)}</small><br>{WebUtility.HtmlEncode(line.Text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"),
        "\n");

    private static string Who(TranscriptLine line, string? name) => line.FromPerson ? name ?? "Person" : "Bot";

    private static string Stamp(TranscriptLine line) => line.At.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    // The newest lines say most about what is wrong now.
    private static string Join(IEnumerable<string> lines, string separator)
    {
        var kept = new List<string>();
        var length = 0;
        foreach (var line in lines.Reverse())
        {
            length += line.Length + separator.Length;
            if (length > Longest)
            {
                kept.Add("…");
                break;
            }

            kept.Add(line);
        }

        kept.Reverse();
        return new StringBuilder().AppendJoin(separator, kept).ToString();
    }
}
