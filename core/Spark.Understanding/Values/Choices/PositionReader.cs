using System.Globalization;
using Spark.Understanding.Entities;
using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Languages;
using Spark.Understanding.Values.Entities;

namespace Spark.Understanding.Values.Choices;

/// <summary>Reads a position in a list: "2", "number two", "2nd", "the second", "last", in the languages of the recognizers.</summary>
internal static class PositionReader
{
    private static readonly char[] KeyCap = ['#', '\uFE0F', '\u20E3', ' '];

    /// <summary>The position from 1, when the words are nothing else.</summary>
    /// <param name="said">The words.</param>
    /// <param name="count">How long the list is.</param>
    /// <param name="language">BCP 47 tag of the language.</param>
    public static int? Read(string[] said, int count, string language)
    {
        ChoiceWords words = LanguageCatalog.For(language).Choices;
        string phrase = string.Join(' ', said.SkipWhile(words.Positions.Contains));
        if (phrase.Length == 0)
        {
            return null;
        }

        if (words.FromEnd.TryGet(phrase, out int fromEnd))
        {
            return count + 1 - fromEnd;
        }

        var context = new EntityContext(language, DateTime.UnixEpoch);
        return Whole(EntityRecognizer.Find<OrdinalRecognizer>(phrase, context), phrase, language) is { } ordinal ? Place(ordinal, count)
            : Whole(EntityRecognizer.Find<NumberRecognizer>(phrase, context), phrase, language) is { Value: { } number } ? Count(number)
            : null;
    }

    /// <summary>The keycap that some phones make of a digit, or "#2".</summary>
    public static int? ReadSign(string text) => Count(text.Trim(KeyCap));

    // All of the phrase but an article before it.
    private static EntityValue? Whole(IReadOnlyList<Entity> found, string phrase, string language)
    {
        bool isWhole = found is [{ Values: [_] } only] && only.End == phrase.Length && EntityAnswers.IsSmall(phrase[..only.Start], language);
        return isWhole ? found[0].Values[0] : null;
    }

    private static int? Place(EntityValue ordinal, int count) => Count(ordinal.Offset ?? string.Empty) is { } offset
        ? ordinal.RelativeTo switch
        {
            "start" => offset,
            "end" => count + offset,
            _ => null,
        }
        : null;

    private static int? Count(string digits) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
}
