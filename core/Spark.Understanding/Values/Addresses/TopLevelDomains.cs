using System.Collections.Frozen;

namespace Spark.Understanding.Values.Addresses;

/// <summary>
/// The top-level domains that make "name.end" a web address in the middle of a sentence. The full list is long and
/// full of words ("is", "so", "me" end sentences whose writer forgot a space); these are the ones people mean.
/// </summary>
internal static class TopLevelDomains
{
    private static readonly FrozenSet<string> Known =
        ("com org net edu gov mil int info biz io ai app dev eu cloud online shop store site tech academy agency blog company email "
        + "global group help jobs live media network news page services solutions support systems team today tools wiki work world aws "
        + "at au be bg br ca ch cn co cy cz de dk ee es fi fr gr hr hu ie il in it jp kr li lt lu lv ly ms mt mx nl no nz pl pt ro ru se "
        + "sg si sk tr tv ua uk us za am pm vlaanderen brussels amsterdam gent frl")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> AlsoWords = "am pm no in it at be is us".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="host">The host name, without a scheme.</param>
    /// <param name="hasPath">Whether a path follows, which a sentence would not have.</param>
    public static bool MakesAddress(string host, bool hasPath)
    {
        string[] labels = host.Split('.');
        string top = labels[^1];
        if (!Known.Contains(top))
        {
            return false;
        }

        // "7.am" is a time and "done.in" a missing space, "27.pm" and "www.acme.be" are not.
        bool isLikelyWords = AlsoWords.Contains(top) && labels.Length == 2 && !hasPath;
        return !isLikelyWords || labels[0].Length > 1 && labels[0].Any(char.IsAsciiDigit) || (labels[0].Length > 2 && top is "be" or "us");
    }
}
