using System.Text.RegularExpressions;
using Spark.Engine.Reading.Values;

namespace Spark.Engine.Reading.Checking;

/// <summary>The expressions of a text in a form in which two languages can be compared: without blanks and without their own words.</summary>
internal static partial class PlaceholderForms
{
    public static HashSet<string> Of(string text) =>
        Placeholders.Find(text).Select(placeholder => Blank().Replace(Words().Replace(placeholder.Text, "\"…\""), "")).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"""(\\.|[^""\\])*""|'(\\.|[^'\\])*'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
