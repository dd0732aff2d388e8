using System.Globalization;
using Spark.Understanding.Entities;
using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Entities.Quantities;

namespace Spark.Understanding.Values.Entities;

/// <summary>
/// Amounts with a unit, and percentages, as the recognizers of entities find them. A number alone is meant in the variable's unit, if it
/// has one. Bounds hold in that unit: with them, an amount in another one is no answer.
/// </summary>
internal static class EntityQuantity
{
    private const string Years = "year";

    /// <summary>The types of variables that hold a number and a unit.</summary>
    public static IReadOnlyList<string> Types { get; } = ["money", "quantity", "temperature", "age"];

    public static ParsedValue? ReadPercentage(string text, ValueContext context)
    {
        double? percentage = EntityAnswers.Single<PercentRecognizer, double>(text, context, entity =>
            entity.Type == EntityTypes.Percentage ? ToNumber(entity.Values[0].Value!.TrimEnd('%')) : null);
        return percentage is { } found ? IsWithin(found, context) ? ParsedValue.Of(found) : null : EntityNumber.Read(text, Alone(context), mustBeWhole: false);
    }

    public static ParsedValue? ReadMoney(string text, ValueContext context) => Read<CurrencyRecognizer>(text, context, value =>
        value.IsoCurrency is { } code ? (1, code)
        : Choose(UnitNames.Find("money", value.Unit!), context.Unit) is { } unit ? (1, unit)
        : Choose(UnitNames.Find("hundredth", value.Unit!), context.Unit) is { } whole ? (0.01, whole)
        : null);

    public static ParsedValue? ReadQuantity(string text, ValueContext context) => Read<DimensionRecognizer>(text, context, value =>
        (1, UnitNames.Find("quantity", value.Unit!) is [var unit, ..] ? unit : value.Unit!));

    // Degrees of no scale are those of the variable.
    public static ParsedValue? ReadTemperature(string text, ValueContext context) => Read<TemperatureRecognizer>(text, context, value =>
        (UnitNames.Find("temperature", value.Unit!) is [var unit, ..] ? unit : context.Unit) is { } scale ? (1, scale) : null);

    /// <summary>"34", "34 years" and "34 years old" are one answer to the question how old somebody is.</summary>
    public static ParsedValue? ReadAge(string text, ValueContext context)
    {
        ValueContext inYears = context.Unit is null ? context with { Unit = Years } : context;
        return Read<AgeRecognizer>(text, inYears, value => UnitNames.Find("age", value.Unit!) is [var unit, ..] ? (1, unit) : null)
            ?? (EntityMoment.ReadDuration(text, Alone(context) with { Min = null, Max = null }) is { Text: var said } ? ToAge(said, inYears) : null);
    }

    /// <summary>True for a unit that a variable of the type can have.</summary>
    public static bool IsUnit(string type, string unit) => type switch
    {
        "money" => unit.Length == 3 && unit.All(char.IsAsciiLetterUpper),
        _ => UnitNames.Of(type).Contains(unit, StringComparer.Ordinal),
    };

    private static ParsedValue? Read<TRecognizer>(string text, ValueContext context, Func<EntityValue, (double Scale, string Unit)?> unitOf)
        where TRecognizer : IRecognizer
    {
        bool hasAny = false;
        ParsedValue? single = EntityAnswers.Single<TRecognizer, ParsedValue>(text, context, entity =>
        {
            EntityValue value = entity.Values[0];
            if (value.Value is null || value.Unit is null || ToNumber(value.Value) is not { } number)
            {
                return null;
            }

            hasAny = true;
            return unitOf(value) is var (scale, unit) ? ParsedValue.Of(number * scale, unit) : null;
        });
        if (single is { } found)
        {
            return IsAllowed(found, context) ? found : null;
        }

        return !hasAny && context.Unit is { } own && EntityNumber.Read(text, Alone(context), mustBeWhole: false) is { } bare ? ParsedValue.Of(bare.Number, own) : null;
    }

    // ISO 8601 with one part, such as P34Y.
    private static ParsedValue? ToAge(string duration, ValueContext context)
    {
        string? unit = duration[^1] switch { 'Y' => Years, 'M' when !duration.Contains('T', StringComparison.Ordinal) => "month", 'W' => "week", 'D' => "day", _ => null };
        return unit is not null && ToNumber(duration[1..^1]) is { } number && ParsedValue.Of(number, unit) is var age && IsAllowed(age, context) ? age : null;
    }

    // "20 printers" is no answer to "how much may it cost?".
    private static ValueContext Alone(ValueContext context) => context with { MayBeEmbedded = false };

    private static string? Choose(IReadOnlyList<string> candidates, string? own) =>
        own is not null && candidates.Contains(own, StringComparer.Ordinal) ? own : candidates is [var first, ..] ? first : null;

    private static bool IsAllowed(ParsedValue value, ValueContext context) =>
        (context.Min is null && context.Max is null) || (value.Unit == context.Unit && IsWithin(value.Number, context));

    private static bool IsWithin(double number, ValueContext context) => !(number < context.Min) && !(number > context.Max);

    private static double? ToNumber(string written) =>
        double.TryParse(written.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
