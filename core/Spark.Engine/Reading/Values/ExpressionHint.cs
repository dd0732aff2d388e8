using System.Text.RegularExpressions;

namespace Spark.Engine.Reading.Values;

/// <summary>What people write in expressions who know other languages better.</summary>
internal static partial class ExpressionHint
{
    private static readonly (string Sign, string Remedy)[] Habits =
    [
        ("==", "Write '=' to compare, and '!=' for the opposite."),
        ("&&", "Write 'and' to join conditions."),
        ("||", "Write 'or' to join conditions."),
        (":=", "Write '=' to compare; a variable is given a value by a step with 'set'."),
        ("===", "Write '=' to compare, and '!=' for the opposite."),
        ("<>", "Write '!=' for what differs."),
        (" AND ", "Write 'and' in small letters."),
        (" OR ", "Write 'or' in small letters."),
        (" IN ", "Write 'in' in small letters."),
        (" is ", "Write '=' to compare."),
        (" equals ", "Write '=' to compare."),
        (" contains ", "Write $contains(text, \"part\")."),
        ("\u201C", "Put texts in straight double quotes: \"a text\"."),
        ("\u201D", "Put texts in straight double quotes: \"a text\"."),
        ("\u201E", "Put texts in straight double quotes: \"a text\"."),
    ];

    // What other systems call what every bot knows.
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["internal"] = "What Chatlayer calls internal.* is sys.* here, such as sys.user.name; docs/reference.md has the table.",
        ["user"] = "The person is sys.user: sys.user.name, sys.user.email, sys.user.language.",
        ["channel"] = "The channel is sys.channel.",
        ["language"] = "The language is sys.language.",
        ["now"] = "The moment is sys.now, and the person's day sys.today.",
        ["undefined"] = "Ask whether a value is there: $exists(name), or $not($exists(name)).",
        ["none"] = "Ask whether a value is there: $exists(name), or $not($exists(name)).",
    };

    /// <summary>What to write instead; null when none of the usual is seen.</summary>
    /// <param name="text">What was written for an expression, or a name in one.</param>
    public static string? Of(string text)
    {
        var trimmed = text.Trim();
        return Names.GetValueOrDefault(trimmed) is { } name ? name : trimmed is ['{', .., '}'] && !trimmed.Contains(':', StringComparison.Ordinal) && trimmed.IndexOf('}', StringComparison.Ordinal) == trimmed.Length - 1
            ? $"An expression stands here without braces: {trimmed[1..^1].Trim()}"
            : Braced().Match(trimmed) is { Success: true } braced ? $"Names stand in an expression without braces: {braced.Groups["name"].Value}."
            : Negated().Match(trimmed) is { Success: true } negated ? $"Write $not({negated.Groups["rest"].Value}) for the opposite."
            : Array.Find(Habits, habit => text.Contains(habit.Sign, StringComparison.Ordinal)).Remedy;
    }

    [GeneratedRegex(@"\{\s*(?<name>[A-Za-z][A-Za-z0-9.]*)\s*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Braced();

    [GeneratedRegex(@"\A(!\s*(?!=)|not\s+)(?<rest>.+)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Negated();
}
