using System.Text.RegularExpressions;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Addresses;

/// <summary>
/// <c>email</c>: one address, embedded ("my account is jo@acme.com"). The canonical form has the host in small
/// letters and the part before it as written, since only the host is certain not to care.
/// </summary>
internal sealed class EmailParser : IValueParser
{
    private static readonly Regex Candidate = new(
        @"(?<local>[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+)@(?<host>[\p{L}\p{M}0-9._-]+)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public string Type => "email";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        string cleaned = TextCleaner.Clean(text);
        var single = new SingleText(StringComparison.OrdinalIgnoreCase);
        foreach (Match match in Candidate.Matches(cleaned))
        {
            if (ToAddress(cleaned, match) is not { } address)
            {
                continue;
            }

            if (!context.MayBeEmbedded && match.Value.Length < cleaned.Trim('<', '>', '"', '\'', '.', ',', '!', '?', ' ').Length)
            {
                return null;
            }

            single.Add(address);
        }

        return single.Result;
    }

    private static string? ToAddress(string text, Match match)
    {
        // What quotes or lists leave stuck to the front is not part of the address.
        string local = match.Groups["local"].Value.TrimStart('\'', '*', '/', '=', '?', '!', '|', '{', '.', '#', '&', '~');
        int start = match.Groups["local"].Index + match.Groups["local"].Length - local.Length;
        bool startsInAWord = start > 0 && text[start - 1] is > '\u007f' and < '\u0250' && char.IsLetter(text[start - 1]);
        string host = HostName.Trim(match.Groups["host"].Value);
        int end = match.Groups["host"].Index + host.Length;
        bool goesOn = end < text.Length && text[end] == '@';
        bool isSound = !startsInAWord && !goesOn && local.Length is > 0 and <= 64 && !local.EndsWith('.')
            && !local.Contains("..", StringComparison.Ordinal) && HostName.IsSound(host) && local.Length + host.Length < 254;
        return isSound ? $"{local}@{host.ToLowerInvariant()}" : null;
    }
}
