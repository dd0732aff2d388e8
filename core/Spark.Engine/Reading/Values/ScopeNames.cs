using System.Text.RegularExpressions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Values;

/// <summary>Finds the names that an expression takes from its scope.</summary>
internal static partial class ScopeNames
{
    /// <summary>The names, with their places.</summary>
    public static IReadOnlyList<ScopeName> Find(string expression) =>
        [.. Word().Matches(expression).Select(match => new ScopeName(match.Value, match.Index))];

    [GeneratedRegex(@"(?<![\w$.""'])[A-Za-z_]\w*(?![\w(""'])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
