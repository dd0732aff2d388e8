using System.Globalization;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>
/// Shows the value of a variable as people of the conversation's language write it, where a text names the variable and nothing else:
/// <c>{amount}</c> of type number as 1,234.5 or 1.234,5, a date as 21 November 2026, a yes or no in words. Whatever an expression works
/// out stays as it is: ids and codes must not be grouped, and <c>$formatNumber</c> and <c>$fromMillis</c> give any other form.
/// </summary>
internal static class LocalValue
{
    // Newer tables of languages put narrow spaces where many channels show a box.
    private static readonly char[] RareSpaces = ['\u202F', '\u00A0'];

    public static string? Show(Turn turn, Expression expression, Value value)
    {
        if (value.IsUndefined || !turn.Bot.Variables.TryGetValue(expression.Text.Trim(), out var variable))
        {
            return null;
        }

        var language = turn.State.Language;
        return (variable.Type, value.Kind) switch
        {
            ("money" or "quantity" or "temperature" or "age", ValueKind.Object) => Measures.Show(variable, value, Culture(language)) is { } shown ? Spaced(shown) : null,
            ("percentage", ValueKind.Number) => Spaced($"{value.AsNumber().ToString("#,0.##########", Culture(language))}%"),
            ("number" or "integer", ValueKind.Number) => Spaced(value.AsNumber().ToString("#,0.##########", Culture(language))),
            ("yesno", ValueKind.Boolean) => BuiltInTexts.In(language, value.AsBoolean() ? BuiltInTexts.Yes : BuiltInTexts.No),
            ("date", ValueKind.String) => Date(value.AsString(), language),
            ("time", ValueKind.String) => Time(value.AsString(), language),
            ("date-time", ValueKind.String) => Moment(value.AsString(), language),
            _ => null,
        };
    }

    private static string? Date(string text, string language) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Spaced(date.ToString(DatePattern(Culture(language)), Culture(language)))
            : null;

    private static string? Time(string text, string language) =>
        TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? Spaced(time.ToString("t", Culture(language))) : null;

    // As it is written in the value, in whatever zone that is.
    private static string? Moment(string text, string language) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Spaced($"{moment.ToString(DatePattern(Culture(language)), Culture(language))} {moment.ToString("t", Culture(language))}")
            : null;

    // The long date without the day of the week.
    private static string DatePattern(CultureInfo culture) =>
        culture.DateTimeFormat.LongDatePattern.Replace("dddd, ", "", StringComparison.Ordinal).Replace("dddd ", "", StringComparison.Ordinal).Replace(", dddd", "", StringComparison.Ordinal);

    private static CultureInfo Culture(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    private static string Spaced(string text) => text.AsSpan().ContainsAny(RareSpaces) ? text.Replace('\u202F', ' ').Replace('\u00A0', ' ') : text;
}
