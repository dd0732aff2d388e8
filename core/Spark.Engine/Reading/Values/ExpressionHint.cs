using System.Text.RegularExpressions;

namespace Spark.Engine.Reading.Values;

/// <summary>What people write in expressions who know other languages better.</summary>
internal static partial class ExpressionHint
{
    private static readonly (string Sign, string Remedy)[] Habits =
    [
        ("=>", "Write '>=' for what is at least as much."),
        ("=<", "Write '<=' for what is at most as much."),
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
        (" exists", "Write $exists(name)."),
        (" then ", "'when' holds the condition alone; what follows it stands behind 'then:', on a line of its own."),
        (" contains ", "Write $contains(text, \"part\")."),
        ("\u201C", "Put texts in straight double quotes: \"a text\"."),
        ("\u201D", "Put texts in straight double quotes: \"a text\"."),
        ("\u201E", "Put texts in straight double quotes: \"a text\"."),
    ];

    // What other systems call what every bot knows.
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["user"] = "The person is sys.user: sys.user.name, sys.user.email, sys.user.language.",
        ["channel"] = "The channel is sys.channel.",
        ["language"] = "The language is sys.language.",
        ["now"] = "The moment is sys.now, and the person's day sys.today.",
        ["undefined"] = "Ask whether a value is there: $exists(name), or $not($exists(name)).",
        ["true"] = "Write true in small letters.",
        ["false"] = "Write false in small letters.",
        ["none"] = "Ask whether a value is there: $exists(name), or $not($exists(name)).",
    };

    private static readonly (Regex Written, string Remedy)[] Forms =
    [
        (Json(), "Write it as YAML and not as JSON in quotes: a key and its value a line; {{ and }} show braces."),
        (HalfCompared(), "Say on both sides of 'and' and 'or' what is compared: copies > 3 and copies < 9."),
        (Day(), "A day is a text of this form, in quotes: \"2026-05-01\"."),
        (Comma(), "A number has a point before its decimals, and nothing between its thousands: 1234.5."),
        (Semicolon(), "Leave the semicolon out."),
        (Percent(), "A percentage is a number: 50, or 0.5."),
        (Hundreds(), "A range has two ends: status >= 200 and status < 300."),
        (Conditional(), "Write a condition and its two values as: condition ? \"one\" : \"other\"."),
    ];

    /// <summary>What to write instead; null when none of the usual is seen.</summary>
    /// <param name="text">What was written for an expression, or a name in one.</param>
    public static string? Of(string text)
    {
        var trimmed = text.Trim();
        return Names.GetValueOrDefault(trimmed) is { } name ? name : trimmed is ['{', .., '}'] && !trimmed.Contains(':', StringComparison.Ordinal) && trimmed.IndexOf('}', StringComparison.Ordinal) == trimmed.Length - 1
            ? $"An expression stands here without braces: {trimmed[1..^1].Trim()}"
            : Braced().Match(trimmed) is { Success: true } braced ? $"Names stand in an expression without braces: {braced.Groups["name"].Value}."
            : Negated().Match(trimmed) is { Success: true } negated ? $"Write $not({negated.Groups["rest"].Value}) for the opposite."
            : Modified().Match(trimmed) is { Success: true } modified
                && ChatlayerNames.Modified(modified.Groups["value"].Value, modified.Groups["modifier"].Value) is { } function ? function
            : Array.Find(Forms, form => form.Written.IsMatch(trimmed)).Remedy is { } remedy ? remedy
            : Array.Find(Habits, habit => text.Contains(habit.Sign, StringComparison.Ordinal)).Remedy;
    }

    [GeneratedRegex("""\A\s*"[^"]*"\s*:""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Json();

    [GeneratedRegex(@"\b(and|or)\s+(<|>|=|!=)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex HalfCompared();

    [GeneratedRegex("""(?<!["'])\b(\d{4}-\d\d?-\d\d?|\d\d?[-/.]\d\d?[-/.]\d{4})\b(?!["'])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\A[^\[(]*\d[,_]\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Comma();

    [GeneratedRegex(@";\s*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Semicolon();

    [GeneratedRegex(@"\d\s*%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b[1-5]xx\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Hundreds();

    [GeneratedRegex(@"\Aif\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\{\s*(?<name>[A-Za-z][A-Za-z0-9.]*)\s*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Braced();

    [GeneratedRegex(@"(?<value>[A-Za-z][A-Za-z0-9.\[\]]*)\s*\|\s*(?<modifier>[A-Za-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Modified();

    [GeneratedRegex(@"\A(!\s*(?!=)|\$?not\s+)(?<rest>.+)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Negated();
}
