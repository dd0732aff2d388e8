using System.Text.RegularExpressions;

namespace Spark.Runtime.Configuration;

/// <summary>The names that administrators give.</summary>
internal static partial class ItemName
{
    public const string Form = "1 to 64 letters, digits, '-', '_', '.' and blanks, beginning with a letter or digit";

    public const string IdentifierForm = "1 to 64 letters, digits and '_', beginning with a letter";

    public static bool IsName(string text) => Name().IsMatch(text);

    public static bool IsIdentifier(string text) => Identifier().IsMatch(text);

    [GeneratedRegex("^[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._ -]{0,63}\\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,63}\\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Identifier();
}
