using System.Globalization;
using System.Text.RegularExpressions;

namespace Spark.Engine.Reading.Yaml;

/// <summary>What is wrong with a line that is no YAML, where that can be said in plain words.</summary>
/// <param name="Column">Where.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
internal sealed partial record SyntaxHint(int Column, string Message, string Remedy)
{
    /// <summary>Looks at a line; null when nothing of the usual is wrong with it.</summary>
    public static SyntaxHint? Of(string line)
    {
        if (Blank().Match(line) is { Success: true } blank)
        {
            var code = ((int)blank.Groups["sign"].Value[0]).ToString("X4", CultureInfo.InvariantCulture);
            return new(blank.Groups["sign"].Index + 1, $"A space of another kind (U+{code}) stands in the indentation.", "Indent with spaces, two a level.");
        }

        if (Dash().Match(line) is { Success: true } dash)
        {
            var sign = dash.Groups["sign"].Value;
            return new(dash.Groups["sign"].Index + 1, $"'{sign}' is no hyphen, with which YAML begins an item of a list.", "Write '-' and a space instead.");
        }

        if (Item().Match(line) is { Success: true } item)
        {
            return new(item.Groups["rest"].Index, "An item of a list begins with a hyphen and a space.", $"Write '- {item.Groups["rest"].Value.TrimEnd()}'.");
        }

        return Colon().Match(line) is { Success: true } key
            ? new(key.Groups["key"].Index + 1, "Between a key and its value stand a colon and a space.", $"Write '{key.Groups["key"].Value}: {key.Groups["rest"].Value.Trim()}'.")
            : null;
    }

    [GeneratedRegex(@"^ *(?<sign>[\p{Zs}-[ ]])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^ *(?<sign>[\u2010-\u2015\u2022\u2212]) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^ *-(?<rest>[A-Za-z{][^\r\n]*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Item();

    // An address has a colon too.
    [GeneratedRegex(@"^ *(- )?(?<key>[A-Za-z][A-Za-z0-9_.-]*) *(\uFF1A|:(?=[^\s/]))(?<rest>[^\r\n]*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Colon();
}
