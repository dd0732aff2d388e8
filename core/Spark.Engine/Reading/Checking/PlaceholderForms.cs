using System.Text.RegularExpressions;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>The expressions of a text in a form in which two languages can be compared: canonical and without their own words.</summary>
internal static partial class PlaceholderForms
{
    public static HashSet<string> Of(TextTemplate template) =>
        template.Expressions.Select(expression => Words().Replace(expression.ToCanonicalText(), "\"…\"")).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"""(\\.|[^""\\])*""|'(\\.|[^'\\])*'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Words();
}
