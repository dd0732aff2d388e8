using Spark.Understanding.Entities.Words;
using Spark.Understanding.Languages;

namespace Spark.Understanding.Values.Entities;

/// <summary>
/// A parser that has words of its own for some languages and asks the recognizers of entities for the others; a language
/// that neither knows is read with the words of English.
/// </summary>
internal sealed class AnswerParser(IValueParser own, Func<string, ValueContext, ParsedValue?> read) : IValueParser
{
    public string Type => own.Type;

    public ParsedValue? Parse(string text, ValueContext context) =>
        !LanguageCatalog.Has(context.Language) && LanguageTables.Has(context.Language) ? read(text, context) : own.Parse(text, context);
}
