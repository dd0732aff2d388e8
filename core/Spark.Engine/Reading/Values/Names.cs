using System.Text.RegularExpressions;

namespace Spark.Engine.Reading.Values;

/// <summary>How ids, variables and languages are written.</summary>
internal static partial class Names
{
    /// <summary>The word that goes on with the next step, which no dialog and no outcome can have as its id.</summary>
    public const string Next = "next";

    /// <summary>Words that mean something else in an expression.</summary>
    public static IReadOnlyCollection<string> OfExpressions { get; } = ["and", "or", "in", "true", "false", "null", "function"];

    /// <summary>Lower case with hyphens.</summary>
    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    public static partial Regex Id();

    /// <summary>Letters and digits, the first a small letter.</summary>
    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]*\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    public static partial Regex Variable();

    /// <summary>A language tag with an optional script and region.</summary>
    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    public static partial Regex Language();
}
