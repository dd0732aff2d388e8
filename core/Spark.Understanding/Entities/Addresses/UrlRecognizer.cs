using System.Text.RegularExpressions;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Values.Addresses;

namespace Spark.Understanding.Entities.Addresses;

/// <summary><c>url</c>: a web address with its scheme, or a bare one with a top-level domain that people mean.</summary>
internal sealed class UrlRecognizer : IRecognizer
{
    private const RegexOptions Linear = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private static readonly Regex WithScheme = new(@"(?:https?|ftp)://[^\s<>""'|]+", Linear);

    private static readonly Regex Bare = new(@"[\p{L}0-9][\p{L}0-9_-]*(?:\.[\p{L}0-9_-]+)+(?::[0-9]+)?(?:[/?#][^\s<>""'|]*)?", Linear);

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        string source = text.Source;
        int behind = 0;
        foreach (Match match in WithScheme.Matches(source).Concat(Bare.Matches(source)).OrderBy(match => match.Index))
        {
            bool hasScheme = match.ValueSpan.IndexOf("://", StringComparison.Ordinal) is > 0 and < 6;
            string address = TrimSentence(match.Value);
            bool isWhole = address.Length == source.Trim().Length;
            bool counts = hasScheme || (MayStartAt(source, match.Index) && MayEndAt(source, match.Index + address.Length) && IsBareAddress(address, isWhole));
            if (match.Index < behind || !counts)
            {
                continue;
            }

            behind = match.Index + address.Length;
            yield return new Entity(EntityTypes.Url, address, match.Index, behind, [new EntityValue { Value = address }]);
        }
    }

    // Not inside an e-mail address, nor behind a scheme that is not one of ours ("httt://abc.com").
    private static bool MayStartAt(string text, int index) => index == 0 || !(text[index - 1] is '@' or '/' or '.' or '-' or '_' or '\\');

    private static bool MayEndAt(string text, int index) => index >= text.Length || text[index] != '@';

    private static string TrimSentence(string address)
    {
        string trimmed = address.TrimEnd('.', ',', ';', ':', '!', '?', '*', '_', ']', '}');
        bool hasStrayBracket = trimmed.EndsWith(')') && trimmed.Count(sign => sign == ')') > trimmed.Count(sign => sign == '(');
        return hasStrayBracket ? TrimSentence(trimmed[..^1]) : trimmed;
    }

    private static bool IsBareAddress(string address, bool isWhole)
    {
        int end = address.AsSpan().IndexOfAny('/', '?', '#');
        string host = (end < 0 ? address : address[..end]).Split(':')[0];
        return HostName.IsSound(host)
            && (isWhole || host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || TopLevelDomains.MakesAddress(host, hasPath: end >= 0));
    }
}
