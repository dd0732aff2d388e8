using System.Text.RegularExpressions;
using Spark.Understanding.Languages.Detection;

namespace Spark.Engine.Reading.Locales;

/// <summary>Tells a translation that was forgotten, the original once more, from a text that is the same in both languages by its nature.</summary>
internal static partial class CopiedText
{
    private const int FewestWords = 3;
    private const int FewestSmallWords = 2;

    /// <summary>True when a translation is its original, and that is a text of several words which the other language hardly shares.</summary>
    /// <param name="original">The text in the bot's first language.</param>
    /// <param name="translation">Its translation.</param>
    /// <param name="first">The bot's first language.</param>
    /// <param name="language">The language of the translation.</param>
    public static bool Is(string original, string translation, string first, string language)
    {
        if (original.Trim() != translation.Trim() || Base(first) == Base(language))
        {
            return false;
        }

        // Addresses, numbers and what expressions fill in are the same in every language; names begin with a capital.
        var shown = Unspoken().Replace(original, " ");
        var words = Word().Matches(shown).Select(match => match.Value).Where(word => word.Length > 1).ToList();
        return words.Count >= FewestWords
            && words.Count(word => char.IsLower(word[0])) >= FewestSmallWords
            && (!MisfiledSentences.Knows(first) || !MisfiledSentences.Knows(language) || MisfiledSentences.Of(shown) == Base(first));
    }

    private static string Base(string language) => language.Split('-')[0].ToLowerInvariant();

    [GeneratedRegex(@"\{[^{}]*\}|\S+://\S+|\S+@\S+|\S*\d\S*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Unspoken();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’-]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
