using System.Globalization;
using System.Text;
using Spark.Channels;
using Spark.Engine.Conversations;

namespace Spark.Runtime.Episodes;

/// <summary>
/// By what operators find episodes. Each text is kept from the beginning of each of its words on, so that whoever types the beginning of
/// any of them finds it by one range of an index: "Grace Hopper" by <c>grace h</c> and by <c>hop</c>, INC0012 by <c>inc00</c> and by <c>12</c>.
/// </summary>
public static class SearchWords
{
    /// <summary>The number under which a conversation's own words stand: they find all its episodes.</summary>
    public const int OfAllEpisodes = 0;

    /// <summary>As much of a text as is kept, and looked for.</summary>
    private const int Longest = 80;

    /// <summary>As many beginnings as one text has.</summary>
    private const int Most = 12;

    /// <summary>By what all episodes of a conversation are found, in order and each once.</summary>
    /// <param name="externalId">The conversation, as the channel names it.</param>
    /// <param name="person">Its person; null when the channel has not told.</param>
    public static IReadOnlyList<string> Of(string externalId, Person? person)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        Add(words, externalId, splitsNumbers: false);
        Add(words, person?.Name, splitsNumbers: false);
        Add(words, person?.Email, splitsNumbers: false);
        Add(words, person?.Id, splitsNumbers: false);
        return [.. words];
    }

    /// <summary>By what one episode is found besides, in order and each once: its ticket and its reason.</summary>
    public static IReadOnlyList<string> Of(Episode episode)
    {
        ArgumentNullException.ThrowIfNull(episode);
        var words = new SortedSet<string>(StringComparer.Ordinal);
        Add(words, episode.Ticket, splitsNumbers: true);
        Add(words, episode.Reason, splitsNumbers: false);
        return [.. words];
    }

    /// <summary>What is looked for when somebody types a text: words that are not before the first and are before the second.</summary>
    public static (string From, string Until) Range(string text)
    {
        var plain = Plain(text);
        var first = 0;
        while (first < plain.Length && !char.IsLetterOrDigit(plain[first]))
        {
            first++;
        }

        // Of marks alone no word begins: nothing is found by them.
        var from = Cut(first < plain.Length ? plain[first..] : plain);
        return (from, from + "\U0010FFFF");
    }

    private static void Add(SortedSet<string> words, string? text, bool splitsNumbers)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var plain = Plain(text);
        var left = Most;
        for (var i = 0; i < plain.Length && left > 0; i++)
        {
            if (Begins(plain, i, splitsNumbers))
            {
                words.Add(Cut(plain[i..]));
                left--;
            }
        }
    }

    // A number in a ticket begins where its letters end, and once more behind its zeros.
    private static bool Begins(string text, int at, bool splitsNumbers)
    {
        if (!char.IsLetterOrDigit(text[at]))
        {
            return false;
        }

        if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        {
            return true;
        }

        return splitsNumbers && char.IsAsciiDigit(text[at]) && (char.IsLetter(text[at - 1]) || (text[at - 1] == '0' && text[at] != '0' && IsPadding(text, at - 1)));
    }

    private static bool IsPadding(string text, int at)
    {
        while (at >= 0 && text[at] == '0')
        {
            at--;
        }

        return at < 0 || !char.IsAsciiDigit(text[at]);
    }

    // Small, without accents, and with one space where there are many: nobody types those alike.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format) && rune != Rune.ReplacementChar)
            {
                plain.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return plain.ToString().TrimEnd();
    }

    private static string Decomposed(string text)
    {
        var some = text.Length > 4 * Longest ? text[..(4 * Longest)] : text;
        return string.Concat(some.EnumerateRunes()).Normalize(NormalizationForm.FormKD);
    }

    private static string Cut(string text)
    {
        var length = Math.Min(text.Length, Longest);
        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
