using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Choices;

/// <summary>
/// The answers that most people give: what stands on a button, letter by letter, or its number. They mean what the reading of words would
/// make of them, without it.
/// </summary>
internal static class PlainChoice
{
    /// <summary>The option; null when the text is neither, or could mean another one as well.</summary>
    public static ChoiceOption? Find(string text, IReadOnlyList<ChoiceOption> options)
    {
        if (options.Count is 0 or > 9)
        {
            return null;
        }

        return text.Length == 1 && text[0] is >= '1' and <= '9' ? AtPosition(text[0] - '0', options) : Labelled(text, options);
    }

    // Where an option's own name has a digit, "2" may be that name.
    private static ChoiceOption? AtPosition(int position, IReadOnlyList<ChoiceOption> options)
    {
        if (position > options.Count)
        {
            return null;
        }

        for (int index = 0; index < options.Count; index++)
        {
            ChoiceOption option = options[index];
            if (HasDigit(option.Value) || HasDigit(option.Label))
            {
                return null;
            }

            for (int word = 0; word < option.Synonyms.Count; word++)
            {
                if (HasDigit(option.Synonyms[word]))
                {
                    return null;
                }
            }
        }

        return options[position - 1];
    }

    // A value goes before a label, and two labels that read alike are neither: what could be another option's name is not read here.
    private static ChoiceOption? Labelled(string text, IReadOnlyList<ChoiceOption> options)
    {
        if (!IsWord(text))
        {
            return null;
        }

        ChoiceOption? found = null;
        string? normal = null;
        for (int index = 0; index < options.Count; index++)
        {
            ChoiceOption option = options[index];
            if (string.Equals(option.Label, text, StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null)
                {
                    return null;
                }

                found = option;
            }
            else if (ReadsAs(option.Value) || ReadsAs(option.Label))
            {
                return null;
            }
        }

        return found;

        bool ReadsAs(string name) => TextNormalizer.Normalize(name) == (normal ??= TextNormalizer.Normalize(text));
    }

    // Of a label with signs the reading of words may make less than the letters say: "C++" and "C" are one word there.
    private static bool IsWord(string text)
    {
        foreach (char letter in text)
        {
            if (!char.IsAsciiLetter(letter) && letter != ' ')
            {
                return false;
            }
        }

        return text.AsSpan().Trim().Length > 0;
    }

    private static bool HasDigit(string text)
    {
        foreach (char letter in text)
        {
            if (char.IsNumber(letter))
            {
                return true;
            }
        }

        return false;
    }
}
