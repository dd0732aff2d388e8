using System.Text.RegularExpressions;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Addresses;

/// <summary>
/// <c>phone</c>: one telephone number of 7 to 15 digits, embedded. The canonical form is <c>+</c> and digits when the
/// country was given (with + or 00), else the digits as dialled, then <c>;ext=</c> and the extension if there is one.
/// No country is guessed.
/// </summary>
internal sealed class PhoneParser : IValueParser
{
    private static readonly Regex Candidate = new(
        @"\(?\+?[0-9(][0-9() ./\t-]*[0-9)](?: ?(?:x|ext|extension|toestel|tst)\.? ?[0-9]{1,7})?",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly Regex Refused = new(
        @"^(?:[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}|[0-9]{3}-[0-9]{2}-[0-9]{4}|(?:[0-9]{4}[ -]){3}[0-9]{3,4}|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9] [0-9] [0-9] .*)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Regex TrunkPrefix = new(@"\(0\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public string Type => "phone";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        string cleaned = TextCleaner.Clean(text);
        var single = new SingleText(StringComparison.Ordinal);
        foreach (Match match in Candidate.Matches(cleaned))
        {
            if (IsPartOfSomethingElse(cleaned, match) || ToNumber(match.Value) is not { } number)
            {
                continue;
            }

            if (!context.MayBeEmbedded && match.Value.Trim().Length < cleaned.Trim('.', ',', '!', ' ').Length)
            {
                return null;
            }

            single.Add(number);
        }

        return single.Result;
    }

    private static bool IsPartOfSomethingElse(string text, Match match)
    {
        int end = match.Index + match.Length;
        bool isGluedBefore = match.Index > 0 && (char.IsLetter(text[match.Index - 1]) || text[match.Index - 1] is '_' or '+' or ')' or '=' or '$' or '€');
        bool isGluedBehind = end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '%' || (text[end] == ':' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));

        // "-2208960000" is a negative number and "P0-001" a code, but "Jo -123 456 7890" is a number behind a dash.
        bool isNegative = match.Index > 0 && text[match.Index - 1] == '-' && (match.Index == 1 || text[match.Index - 2] == ' ')
            && match.Value.All(char.IsAsciiDigit);
        return isGluedBefore || isGluedBehind || isNegative;
    }

    private static string? ToNumber(string written)
    {
        int extensionStart = written.AsSpan().IndexOfAnyInRange('A', 'z');
        string main = (extensionStart < 0 ? written : written[..extensionStart]).Trim();
        if (Refused.IsMatch(main) || !HasPairedBrackets(main))
        {
            return null;
        }

        string withoutTrunk = main.Contains('+', StringComparison.Ordinal) || main.StartsWith("00", StringComparison.Ordinal)
            ? TrunkPrefix.Replace(main, string.Empty)
            : main;
        string digits = DigitsOf(withoutTrunk);
        bool hasCountry = main.Contains('+', StringComparison.Ordinal);
        if (!hasCountry && digits.StartsWith("00", StringComparison.Ordinal) && digits.Length >= 11)
        {
            digits = digits[2..];
            hasCountry = true;
        }

        bool isNumber = digits.Length is >= 7 and <= 15 && digits.Any(digit => digit != '0');
        string extension = extensionStart < 0 ? string.Empty : ";ext=" + DigitsOf(written[extensionStart..]);
        return isNumber ? (hasCountry ? "+" : string.Empty) + digits + extension : null;
    }

    private static bool HasPairedBrackets(string written)
    {
        int depth = 0;
        foreach (char sign in written)
        {
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (depth is < 0 or > 1)
            {
                return false;
            }
        }

        return depth == 0;
    }

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
