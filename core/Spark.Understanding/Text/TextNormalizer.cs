namespace Spark.Understanding.Text;

/// <summary>Brings what people write into the form in which it is compared: words in small letters, one space apart.</summary>
public static class TextNormalizer
{
    /// <summary>The longest text, in UTF-16 units, that is looked at.</summary>
    public const int MaximumLength = 10_000;

    [ThreadStatic]
    private static FoldedWords? s_words;

    /// <summary>
    /// The normal form: compatibility forms and case folded; accents of Latin and Greek letters, punctuation and
    /// apostrophes dropped; symbols and emojis kept as words. Empty when nothing remains or the text is longer than
    /// <see cref="MaximumLength"/>. Normalising a second time changes nothing. The culture of the machine plays no part.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        FoldedWords words = s_words ??= new();
        words.Read(text);
        return words.ToString();
    }
}
