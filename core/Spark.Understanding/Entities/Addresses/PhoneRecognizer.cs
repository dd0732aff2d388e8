using System.Text.RegularExpressions;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Addresses;

/// <summary><c>phonenumber</c>: 7 to 15 digits with the signs that people write between them. Its value is what was written.</summary>
internal sealed class PhoneRecognizer(LanguageTable table) : IRecognizer
{
    private const RegexOptions Linear = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private static readonly Regex Candidate = new(
        @"\(?\+?[0-9(][0-9() ./\t-]*[0-9)](?: ?(?:x|ext|extension|toestel|tst|ramal)\.? ?[0-9]{1,7})?", Linear);

    private static readonly Regex Refused = new(
        @"^(?:[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}|[0-9]{4}[/.-][0-9]{1,2}[/.-][0-9]{1,2}|[0-9]{3}-[0-9]{2}-[0-9]{4}|(?:[0-9]{4}[ -]){3}[0-9]{3,4}|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9]\s[0-9]\s[0-9].*|[0-9]+\s*-\s*[0-9]{1,2}|[0-9]{4}-[0-9]{4}-[0-9]{2}|\+?[0-9]{1,2}-[0-9]{2}-[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-9]+-[0-9]+-[0-9]+-[0-9]|(?:00)?[0-9]{2,4} [0-9]{10,}-[0-9]+|[0-9]{4,7})$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        string source = text.Source;
        foreach (Match match in Candidate.Matches(source))
        {
            int start = match.Index;
            string written = match.Value;
            if (written.StartsWith('(') && !written.Contains(')', StringComparison.Ordinal))
            {
                written = written[1..];
                start++;
            }

            if (!IsPartOfSomethingElse(source, start, written) && IsNumber(written) && !IsOtherNumber(text, start))
            {
                yield return new Entity(EntityTypes.Phone, written, start, start + written.Length, [new EntityValue { Value = written }]);
            }
        }
    }

    private static bool IsPartOfSomethingElse(string text, int start, string written)
    {
        int end = start + written.Length;
        bool isGluedBefore = start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '_' or '+' or ')' or '=' or '$' or '€' or '*');
        bool isGluedBehind = end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '%' or '=' or '*'
            || (text[end] == ':' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));

        // "00 10 00 31 46 D9": digits that go on with letters and digits behind a space are hexadecimal.
        bool goesOnInHex = end + 2 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]) && char.IsAsciiDigit(text[end + 2]);

        // "-2208960000" is a negative number and "P0-001" a code, but "Jo -123 456 7890" is a number behind a dash.
        bool isNegative = start > 0 && text[start - 1] == '-' && (start == 1 || text[start - 2] == ' ') && written.All(char.IsAsciiDigit);
        return isGluedBefore || isGluedBehind || goesOnInHex || isNegative;
    }

    private static bool IsNumber(string written)
    {
        int extensionStart = written.AsSpan().IndexOfAnyInRange('A', 'z');
        string main = (extensionStart < 0 ? written : written[..extensionStart]).Trim();
        int digits = main.Count(char.IsAsciiDigit);
        bool isCode = main.StartsWith("00", StringComparison.Ordinal) || main.Contains('+', StringComparison.Ordinal);
        return !Refused.IsMatch(main) && HasPairedBrackets(main) && digits >= 7 && digits <= (isCode ? 18 : 15) && main.Any(sign => sign is > '0' and <= '9');
    }

    // "account number 12345678", but "phone number 12345678".
    private bool IsOtherNumber(PiecedText text, int start)
    {
        int index = 0;
        while (index < text.Count && text[index].Start < start)
        {
            index++;
        }

        for (int back = 1; back <= 7 && index - back >= 0; back++)
        {
            if (table.Longest("phone-word", text, index - back) is not null)
            {
                return false;
            }

            if (table.Longest("not-phone-word", text, index - back) is not null)
            {
                return true;
            }
        }

        return false;
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
}
