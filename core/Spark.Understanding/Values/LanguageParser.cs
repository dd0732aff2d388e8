using System.Text.RegularExpressions;
using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values;

/// <summary>
/// <c>language</c>: the BCP 47 tag of a language that is named in the language of the conversation, in English or in
/// itself, embedded ("in English please"). A code ("nl", "nl-BE") counts only when it is the whole answer, since "it",
/// "no" and "de" are words.
/// </summary>
internal sealed class LanguageParser : IValueParser
{
    private static readonly Regex Code = new("^[a-z]{2}(?:[-_][a-z]{2})?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    public string Type => "language";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        var lexed = new LexedText(text);
        if (lexed.Count == 0)
        {
            return null;
        }

        if (Code.IsMatch(lexed.Source) && EndonymTable.IsKnownCode(LanguageCatalog.BaseOf(lexed.Source)))
        {
            return ParsedValue.Of(ToTag(lexed.Source));
        }

        LanguageWords words = LanguageCatalog.For(context.Language);
        Name? name = SingleReading.Find(lexed, index => ReadName(lexed, index, words), words.Choices.Fillers, context.MayBeEmbedded);
        return name is null ? null : ParsedValue.Of(name.Value.Tag);
    }

    private static string ToTag(string code)
    {
        string region = LanguageCatalog.RegionOf(code);
        string language = LanguageCatalog.BaseOf(code).ToLowerInvariant();
        return region.Length == 0 ? language : $"{language}-{region.ToUpperInvariant()}";
    }

    private static Reading<Name?>? ReadName(LexedText text, int index, LanguageWords words)
    {
        bool isName = words.LanguageNames.TryRead(text, index, out string tag, out int next)
            || EndonymTable.Names.TryRead(text, index, out tag, out next)
            || English.Words.LanguageNames.TryRead(text, index, out tag, out next);
        return isName ? new(new Name(tag), next) : null;
    }

    private readonly record struct Name(string Tag);
}
