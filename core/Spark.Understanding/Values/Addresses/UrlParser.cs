using System.Text.RegularExpressions;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Addresses;

/// <summary>
/// <c>url</c>: one web address (http, https, ftp), embedded. The canonical form is absolute with the host in small
/// letters; an address without a scheme gets <c>https://</c>. Never one with user names in it, which serve deceit.
/// </summary>
internal sealed class UrlParser : IValueParser
{
    private const RegexOptions Linear = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private static readonly Regex WithScheme = new(@"(?:https?|ftp)://[^\s<>""'|]+", Linear);

    private static readonly Regex Bare = new(@"[\p{L}0-9][\p{L}0-9_-]*(?:\.[\p{L}0-9_-]+)+(?::[0-9]+)?(?:[/?#][^\s<>""'|]*)?", Linear);

    public string Type => "url";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        string cleaned = TextCleaner.Clean(text);
        string whole = cleaned.Trim('<', '>', '"', '\'', '.', ',', '!', ' ');
        var single = new SingleText(StringComparison.Ordinal);
        int behind = 0;
        foreach (Match match in WithScheme.Matches(cleaned).Concat(Bare.Matches(cleaned)).OrderBy(match => match.Index))
        {
            bool hasScheme = match.ValueSpan.IndexOf("://", StringComparison.Ordinal) is > 0 and < 6;
            string address = TrimSentence(match.Value);
            bool isWhole = address.Length >= whole.TrimEnd('?').Length;
            if (match.Index < behind || (!hasScheme && !MayStartAt(cleaned, match.Index)) || ToUrl(address, hasScheme, isWhole) is not { } url)
            {
                continue;
            }

            if (!context.MayBeEmbedded && !isWhole)
            {
                return null;
            }

            behind = match.Index + match.Length;
            single.Add(url);
        }

        return single.Result;
    }

    // Not inside an e-mail address, nor behind a scheme that is not one of ours ("httt://abc.com").
    private static bool MayStartAt(string text, int index) => index == 0 || !(text[index - 1] is '@' or '/' or '.' or '-' or '_' or '\\');

    private static string TrimSentence(string address)
    {
        string trimmed = address.TrimEnd('.', ',', ';', ':', '!', '?', '*', '_', ']', '}');
        bool hasStrayBracket = trimmed.EndsWith(')') && trimmed.Count(sign => sign == ')') > trimmed.Count(sign => sign == '(');
        return hasStrayBracket ? TrimSentence(trimmed[..^1]) : trimmed;
    }

    private static string? ToUrl(string address, bool hasScheme, bool isWhole)
    {
        if (!hasScheme && !IsBareAddress(address, isWhole))
        {
            return null;
        }

        string absolute = hasScheme ? address : "https://" + address;
        if (!Uri.TryCreate(absolute, UriKind.Absolute, out Uri? uri) || uri.UserInfo.Length > 0 || uri.Host.Length == 0)
        {
            return null;
        }

        int start = absolute.IndexOf("://", StringComparison.Ordinal) + 3;
        int end = absolute.AsSpan(start).IndexOfAny('/', '?', '#') is var length and >= 0 ? start + length : absolute.Length;
        return absolute[..end].ToLowerInvariant() + absolute[end..];
    }

    private static bool IsBareAddress(string address, bool isWhole)
    {
        int end = address.AsSpan().IndexOfAny('/', '?', '#');
        string host = (end < 0 ? address : address[..end]).Split(':')[0];
        bool hasPath = end >= 0;
        return HostName.IsSound(host)
            && (isWhole || host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || TopLevelDomains.MakesAddress(host, hasPath));
    }
}
