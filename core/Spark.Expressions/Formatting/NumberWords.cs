using System.Collections.Frozen;

namespace Spark.Expressions.Formatting;

/// <summary>Numbers as English words, cardinal and ordinal.</summary>
internal static class NumberWords
{
    private static readonly string[] Few =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
        "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] Ordinals =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
        "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    ];

    private static readonly string[] Tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];
    private static readonly string[] Magnitudes = ["Thousand", "Million", "Billion", "Trillion"];
    private static readonly FrozenDictionary<string, double> Values = BuildValues();

    public static IEnumerable<string> Words => Values.Keys;

    public static string Format(double number, bool isOrdinal, LetterCase letterCase)
    {
        var words = Say(number, isFollowing: false, isOrdinal);
        return letterCase switch
        {
            LetterCase.Upper => words.ToUpperInvariant(),
            LetterCase.Lower => words.ToLowerInvariant(),
            _ => words,
        };
    }

    /// <summary>What the words say; a word that is no number makes it NaN.</summary>
    public static double Read(string text)
    {
        var segments = new Stack<double>([0]);
        foreach (var word in Split(text.ToLowerInvariant()))
        {
            if (!Values.TryGetValue(word, out var value))
            {
                return double.NaN;
            }

            var top = segments.Pop();
            if (value >= 100)
            {
                segments.Push(top * value);
                continue;
            }

            if (top >= 1000)
            {
                segments.Push(top);
                top = 0;
            }

            segments.Push(top + value);
        }

        return segments.Sum();
    }

    private static string[] Split(string text) =>
        text.Replace(", ", " ", StringComparison.Ordinal).Replace(" and ", " ", StringComparison.Ordinal).Split(' ', '-', '\t', '\n');

    private static string Say(double number, bool isFollowing, bool isOrdinal)
    {
        if (number <= 19)
        {
            return (isFollowing ? " and " : "") + (isOrdinal ? Ordinals : Few)[(int)number];
        }

        if (number < 100)
        {
            var tens = (isFollowing ? " and " : "") + Tens[(int)(number / 10) - 2];
            var ones = number % 10;
            return ones > 0 ? tens + "-" + Say(ones, false, isOrdinal) : isOrdinal ? tens[..^1] + "ieth" : tens;
        }

        var start = isFollowing ? ", " : "";
        if (number < 1000)
        {
            return Continue(start + Few[(int)(number / 100)] + " Hundred", number % 100, isOrdinal);
        }

        if (!double.IsFinite(number))
        {
            return start + "Infinity";
        }

        var magnitude = Math.Min((int)Math.Floor(Math.Log10(number) / 3), Magnitudes.Length);
        var factor = Math.Pow(10, magnitude * 3);
        var count = Math.Floor(number / factor);
        return Continue(start + Say(count, false, false) + " " + Magnitudes[magnitude - 1], number - (count * factor), isOrdinal);
    }

    private static string Continue(string words, double rest, bool isOrdinal) =>
        rest > 0 ? words + Say(rest, isFollowing: true, isOrdinal) : isOrdinal ? words + "th" : words;

    private static FrozenDictionary<string, double> BuildValues()
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var index = 0; index < Few.Length; index++)
        {
            values[Few[index].ToLowerInvariant()] = index;
            values[Ordinals[index].ToLowerInvariant()] = index;
        }

        for (var index = 0; index < Tens.Length; index++)
        {
            var word = Tens[index].ToLowerInvariant();
            values[word] = (index + 2) * 10;
            values[word[..^1] + "ieth"] = (index + 2) * 10;
        }

        values["hundred"] = 100;
        values["hundredth"] = 100;
        for (var index = 0; index < Magnitudes.Length; index++)
        {
            var word = Magnitudes[index].ToLowerInvariant();
            values[word] = Math.Pow(10, (index + 1) * 3);
            values[word + "th"] = values[word];
        }

        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
