using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Choices;

/// <summary>
/// <c>yesno</c>: never embedded at will, since yes and no are everyday words. A clause that begins with a clear yes or
/// no and ends there, or goes on in words that only confirm it, decides ("no, I said the fourth"); weaker words ("ok",
/// "prima") decide only when nothing else was said. "No idea" and "yes and no" are neither.
/// </summary>
internal sealed class YesNoParser : IValueParser
{
    private const int LongestPhrase = 8;

    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create(".,;:!?\n\r…()");

    public string Type => "yesno";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        if (text.Length > TextNormalizer.MaximumLength)
        {
            return null;
        }

        ChoiceWords words = LanguageCatalog.For(context.Language).Choices;
        List<string[]> clauses = Split(text);
        if (clauses.Count == 0)
        {
            return null;
        }

        bool? answer = ReadWhole(clauses, words);
        if (answer is null && context.MayBeEmbedded)
        {
            answer = ReadStrong(clauses[0], words) ?? ReadStrong(clauses[^1], words);
        }

        return answer is { } decided ? ParsedValue.Of(decided) : null;
    }

    private static List<string[]> Split(string text)
    {
        var clauses = new List<string[]>();
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOfAny(ClauseEnds);
            string normal = TextNormalizer.Normalize(rest[..(end < 0 ? rest.Length : end)].ToString());
            if (normal.Length > 0)
            {
                clauses.Add(normal.Split(' '));
            }

            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return clauses;
    }

    // Everything said is a yes or a no or goes along with it; a yes beside a no is neither.
    private static bool? ReadWhole(List<string[]> clauses, ChoiceWords words)
    {
        bool? answer = null;
        foreach (string[] clause in clauses)
        {
            bool? own = ReadPhrase(clause, words) ?? ReadStrong(clause, words);
            bool isAllowed = own is not null ? answer is null || own == answer : clause.All(word => words.Tails.Contains(word) || words.Fillers.Contains(word));
            if (!isAllowed)
            {
                return null;
            }

            answer ??= own;
        }

        return answer;
    }

    private static bool? ReadPhrase(string[] clause, ChoiceWords words)
    {
        for (int start = 0; start < clause.Length; start++)
        {
            for (int end = Math.Min(clause.Length, start + LongestPhrase); end > start; end--)
            {
                string phrase = string.Join(' ', clause[start..end]);
                if ((words.Strong.TryGet(phrase, out bool means) || words.Weak.TryGet(phrase, out means))
                    && Goes(clause[end..], means, words))
                {
                    return means;
                }
            }

            if (!MayPrecede(clause[start], words))
            {
                return null;
            }
        }

        return null;
    }

    // What was said before is not passed over when it was a yes, a no or a not: "yes and no", "I am not sure".
    private static bool MayPrecede(string word, ChoiceWords words) =>
        !words.Strong.TryGet(word, out _) && !words.Negations.Contains(word)
        && (words.Fillers.Contains(word) || (words.Tails.Contains(word) && !words.Weak.TryGet(word, out _)));

    private static bool? ReadStrong(string[] clause, ChoiceWords words)
    {
        for (int end = Math.Min(clause.Length, LongestPhrase); end > 0; end--)
        {
            if (words.Strong.TryGet(string.Join(' ', clause[..end]), out bool means))
            {
                return Goes(clause[end..], means, words) ? means : null;
            }
        }

        return null;
    }

    // The words behind a yes or no leave it as it is: they are small words, or say the same again.
    private static bool Goes(string[] rest, bool means, ChoiceWords words) => rest.All(word =>
        words.Strong.TryGet(word, out bool strong) ? strong == means
        : words.Weak.TryGet(word, out bool weak) ? weak == means || words.Tails.Contains(word)
        : words.Tails.Contains(word) && !(means && words.Negations.Contains(word)));
}
