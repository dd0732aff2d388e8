namespace Spark.Plugins;

/// <summary>The form of every id and name that operators and designers write: lower-case words joined by hyphens.</summary>
internal static class OfferId
{
    public const string Form = "lower-case letters and digits, words joined by single hyphens, a letter first";

    private const int Longest = 63;

    public static bool IsWellFormed(string? id) =>
        id is { Length: > 0 and <= Longest }
        && char.IsAsciiLetterLower(id[0])
        && id[^1] != '-'
        && !id.Contains("--", StringComparison.Ordinal)
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
