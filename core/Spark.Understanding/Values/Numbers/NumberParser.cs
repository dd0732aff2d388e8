using Spark.Understanding.Languages;

namespace Spark.Understanding.Values.Numbers;

/// <summary>
/// <c>number</c>: digits with the separators of the language, words, fractions; embedded ("I'd say 5"). Two different
/// numbers in one answer are none. <c>integer</c> is the same and refuses what is not whole.
/// </summary>
internal sealed class NumberParser(string type, bool mustBeWhole) : IValueParser
{
    private static readonly PerLanguage<NumberFinder> Finders = new(words => new NumberFinder(words));

    public string Type => type;

    public ParsedValue? Parse(string text, ValueContext context)
    {
        double? number = Finders.For(context.Language).Find(text, context.MayBeEmbedded);
        bool isAllowed = number is { } value && !(value < context.Min) && !(value > context.Max) && (!mustBeWhole || double.IsInteger(value));
        return isAllowed ? ParsedValue.Of(number!.Value) : null;
    }
}
