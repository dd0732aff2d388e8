using System.Globalization;
using Spark.Understanding.Entities;
using Spark.Understanding.Entities.Choices;
using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Languages;
using Spark.Understanding.Values.Choices;

namespace Spark.Understanding.Values.Entities;

/// <summary>Numbers and yes or no, as the recognizers of entities find them.</summary>
internal static class EntityNumber
{
    private static readonly YesNoParser YesNo = new();

    // "no" in a longer sentence is rarely the answer to a question.
    private const int LongestTruth = 5;

    public static ParsedValue? Read(string text, ValueContext context, bool mustBeWhole)
    {
        double? number = EntityAnswers.Single<NumberRecognizer, double>(text, context, entity => entity.Type == EntityTypes.Number ? ToNumber(entity.Values[0].Value!) : null);
        bool isAllowed = number is { } value && !(value < context.Min) && !(value > context.Max) && (!mustBeWhole || double.IsInteger(value));
        return isAllowed ? ParsedValue.Of(number!.Value) : null;
    }

    /// <summary>Yes or no. Where the words of answers are listed they decide; elsewhere what the recognizer finds, and "yes" and "ok", which are said everywhere.</summary>
    public static ParsedValue? ReadTruth(string text, ValueContext context) =>
        LanguageCatalog.Has(context.Language) ? YesNo.Parse(text, context) : ReadFound(text, context) ?? YesNo.Parse(text, context);

    private static ParsedValue? ReadFound(string text, ValueContext context)
    {
        bool? truth = EntityAnswers.Single<BooleanRecognizer, bool>(text, context, entity =>
            entity.Type == EntityTypes.Boolean && (entity.Start <= 1 || text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LongestTruth)
                ? entity.Values[0].Truth
                : null);
        return truth is { } said ? ParsedValue.Of(said) : null;
    }

    private static double? ToNumber(string written) =>
        double.TryParse(written.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
