using System.Text;
using System.Text.RegularExpressions;

namespace Spark.Engine.Reading.Values;

/// <summary>What a name that is written otherwise was probably meant to be.</summary>
internal static partial class MeantName
{
    // Fields as other systems call them, and as this format does; the first that there is where one stands.
    private static readonly Dictionary<string, string[]> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["label"] = ["title"], ["text"] = ["title", "say", "ask"], ["caption"] = ["title"], ["name"] = ["title"], ["url"] = ["link"], ["href"] = ["link"],
        ["else"] = ["otherwise"], ["do"] = ["then"], ["if"] = ["when"], ["condition"] = ["when"], ["message"] = ["say"], ["question"] = ["ask"],
        ["image"] = ["media"], ["picture"] = ["media"], ["video"] = ["media"], ["file"] = ["media"], ["retries"] = ["tries"], ["attempts"] = ["tries"],
        ["options"] = ["choices"], ["variable"] = ["into"], ["save"] = ["into"], ["validate"] = ["check"], ["error"] = ["invalid"], ["default"] = ["otherwise"],
        ["next"] = ["goto"], ["params"] = ["with"], ["parameters"] = ["with"], ["inputs"] = ["with", "input"], ["person"] = ["user"], ["steps"] = ["chat"],
    };

    /// <summary>The field that was meant; null for none.</summary>
    public static string? Field(string name, IReadOnlyCollection<string> fields) =>
        NearestName.Find(name, fields)
        ?? (Elsewhere.TryGetValue(name, out var meant) ? Array.Find(meant, word => fields.Contains(word, StringComparer.Ordinal)) : null);

    /// <summary>An id or a variable's name out of what was written for one; null when nothing comes of it.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="rule">What names are like.</param>
    public static string? Of(string written, Regex rule)
    {
        var bare = Around().Match(written.Trim()).Groups["name"].Value;
        var words = bare.Split([' ', '_', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        var id = string.Join('-', words.Select(word => word.ToLowerInvariant()));
        if (rule.IsMatch(id) && (words.Length < 2 || rule.IsMatch("a-b")))
        {
            return id;
        }

        var camel = words.Aggregate(new StringBuilder(), (name, word) =>
            name.Append(name.Length == 0 ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0])).Append(word.AsSpan(1))).ToString();
        return rule.IsMatch(camel) ? camel : null;
    }

    // Braces, a verb before it, a file's folder and its ending belong to no name.
    [GeneratedRegex(@"\A[{\$\s]*(goto\s+|visit\s+|run\s+)?(\.?/?(dialogs|actions)/)?(?<name>.*?)(\.ya?ml)?[}\s]*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Around();
}
