using System.Globalization;
using Spark.Understanding.Entities;

namespace Spark.Understanding.Values.Entities;

/// <summary>Numbers and yes or no, as the recognizers of entities find them.</summary>
internal static class EntityNumber
{
    // "no" in a longer sentence is rarely the answer to a question.
    private const int LongestTruth = 5;

    public static ParsedValue? Read(string text, ValueContext context, bool mustBeWhole)
    {
        double? number = EntityAnswers.Single(text, context, entity => entity.Type == EntityTypes.Number ? ToNumber(entity.Values[0].Value!) : null);
        bool isAllowed = number is { } value && !(value < context.Min) && !(value > context.Max) && (!mustBeWhole || double.IsInteger(value));
        return isAllowed ? ParsedValue.Of(number!.Value) : null;
    }

    public static ParsedValue? ReadTruth(string text, ValueContext context)
    {
        bool? truth = EntityAnswers.Single(text, context, entity =>
            entity.Type == EntityTypes.Boolean && (entity.Start <= 1 || text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LongestTruth)
                ? entity.Values[0].Truth
                : null);
        return truth is { } said ? ParsedValue.Of(said) : null;
    }

    private static double? ToNumber(string written) =>
        double.TryParse(written.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
