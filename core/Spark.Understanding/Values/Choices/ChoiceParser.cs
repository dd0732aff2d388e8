using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Choices;

/// <summary>
/// <c>choice</c>: the <see cref="ChoiceOption.Value"/> of one option, named by value, label or synonym, by its position
/// ("2", "the second", "last"), by the beginning of its name, or by its name misspelt. Case and accents do not matter. Not embedded at will:
/// around the name only words are allowed that say nothing ("I'd like the … please"); the longer a name, the more may
/// stand around it. A negation, or two options that fit equally well, make it none.
/// </summary>
internal sealed class ChoiceParser : IValueParser
{
    private const int ShortestPrefix = 2;
    private const int ShortestMisspelt = 4;
    private const int LongName = 8;

    public string Type => "choice";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        if (PlainChoice.Find(text, context.Choices) is { } plain)
        {
            return ParsedValue.Of(plain.Value);
        }

        string[] said = [.. Tokenizer.Split(text).Select(token => token.Text)];
        if (said.Length == 0 || context.Choices.Count == 0)
        {
            return null;
        }

        LanguageWords words = LanguageCatalog.For(context.Language);
        string[] core = [.. said.SkipWhile(IsFiller).Reverse().SkipWhile(IsFiller).Reverse()];
        List<NamedOption> options = [.. context.Choices.Select(option => new NamedOption(option))];

        ChoiceOption? chosen = FindExact(options, said)
            ?? FindExact(options, core)
            ?? FindByPosition(options, said, core, context.Language, text)
            ?? FindByPrefix(options, core.Length > 0 ? core : said)
            ?? FindMisspelt(options, string.Join(' ', core))
            ?? (context.MayBeEmbedded ? FindInside(options, said, words.Choices) : null);
        return chosen is null ? null : ParsedValue.Of(chosen.Value);

        bool IsFiller(string word) => words.Choices.Fillers.Contains(word);
    }

    /// <summary>The option of which a text is the name and nothing else, perhaps misspelt.</summary>
    public static ParsedValue? FindName(string text, IReadOnlyList<ChoiceOption> choices)
    {
        string[] words = [.. Tokenizer.Split(text).Select(token => token.Text)];
        List<NamedOption> options = [.. choices.Select(option => new NamedOption(option))];
        return (FindExact(options, words) ?? FindMisspelt(options, string.Join(' ', words))) is { } found ? ParsedValue.Of(found.Value) : null;
    }

    private static ChoiceOption? FindExact(List<NamedOption> options, string[] words)
    {
        string name = string.Join(' ', words);
        return name.Length == 0
            ? null
            : Only(options, option => option.Value == name)
                ?? Only(options, option => option.Label == name)
                ?? Only(options, option => option.Names.Contains(name));
    }

    private static ChoiceOption? FindByPosition(List<NamedOption> options, string[] said, string[] core, string language, string text)
    {
        // Where the options are numbers themselves, "2" is an answer that is not among them rather than the second one.
        if (options.Exists(option => option.IsNumeric))
        {
            return null;
        }

        int? position = PositionReader.Read(said, options.Count, language) ?? PositionReader.Read(core, options.Count, language) ?? PositionReader.ReadSign(text);
        return position is >= 1 && position <= options.Count ? options[position.Value - 1].Option : null;
    }

    private static ChoiceOption? FindByPrefix(List<NamedOption> options, string[] words)
    {
        string prefix = string.Join(' ', words);
        return prefix.Length < ShortestPrefix || prefix.All(char.IsAsciiDigit)
            ? null
            : Only(options, option => option.Names.Exists(name => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    // One slip in a name of four letters or more, two in a long one; no digit is a slip.
    private static ChoiceOption? FindMisspelt(List<NamedOption> options, string name) =>
        name.Length < ShortestMisspelt || name.Any(char.IsAsciiDigit)
            ? null
            : Only(options, option => option.Names.Exists(known =>
                known.Length >= ShortestMisspelt && EditDistance.Of(name, known) <= (known.Length >= LongName ? 2 : 1)));

    private static ChoiceOption? FindInside(List<NamedOption> options, string[] said, ChoiceWords words)
    {
        List<(NamedOption Option, int Length)> found = [];
        foreach (NamedOption option in options)
        {
            int length = option.Names.Max(name => LengthInside(said, name.Split(' '), words));
            if (length > 0)
            {
                found.Add((option, length));
            }
        }

        // "normal priority" names more than "normal" when both are options.
        int longest = found.Count == 0 ? 0 : found.Max(match => match.Length);
        found.RemoveAll(match => match.Length < longest);
        return found.Count == 1 ? found[0].Option.Option : null;
    }

    private static int LengthInside(string[] said, string[] name, ChoiceWords words)
    {
        int start = said.AsSpan().IndexOf(name);
        if (start < 0 || name[0].Length == 0)
        {
            return 0;
        }

        string[] around = [.. said[..start], .. said[(start + name.Length)..]];
        int others = around.Count(word => !words.Fillers.Contains(word));
        bool isNegated = Array.Exists(around, words.Negations.Contains);
        return !isNegated && others <= (name.Length - 1) * 2 ? name.Length : 0;
    }

    private static ChoiceOption? Only(List<NamedOption> options, Func<NamedOption, bool> fits)
    {
        List<NamedOption> fitting = [.. options.Where(fits)];
        return fitting.Count == 1 ? fitting[0].Option : null;
    }
}
