using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Understanding.Entities;
using Spark.Understanding.Languages;
using Spark.Understanding.Values.Moments;

namespace Spark.Understanding.Values.Entities;

/// <summary>
/// Moments, as the recognizers of entities find them. Of a day without a year the dialog's preference chooses the past or
/// the future one; an hour is taken as it was said.
/// </summary>
internal static class EntityMoment
{
    private static readonly Regex Part = new(@"(?<time>T)?(?<count>[0-9.]+)(?<unit>[A-Z]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static ParsedValue? ReadDate(string text, ValueContext context)
    {
        DateTime? date = EntityAnswers.Single(text, context, entity => Is(entity, "date") ? Choose(entity, context, "yyyy-MM-dd") : null);
        return date is { } found ? ParsedValue.Of(found.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;
    }

    public static ParsedValue? ReadTime(string text, ValueContext context)
    {
        TimeSpan? time = EntityAnswers.Single(text, context, entity =>
            Is(entity, "time") ? TimeSpan.Parse(entity.Values[0].Value!, CultureInfo.InvariantCulture)
            : Is(entity, "datetime") ? Choose(entity, context, "yyyy-MM-dd HH:mm:ss")?.TimeOfDay
            : null);
        return time is { } found ? ParsedValue.Of(found.ToString(found.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture)) : null;
    }

    public static ParsedValue? ReadDateTime(string text, ValueContext context)
    {
        DateTime? moment = EntityAnswers.Single(text, context, entity =>
            Is(entity, "datetime") ? Choose(entity, context, "yyyy-MM-dd HH:mm:ss")
            : Is(entity, "time") ? Place(TimeSpan.Parse(entity.Values[0].Value!, CultureInfo.InvariantCulture), context)
            : null);
        if (moment is not { } local)
        {
            return null;
        }

        var found = new DateTimeOffset(local, context.TimeZone?.GetUtcOffset(local) ?? context.Now.Offset);
        return ParsedValue.Of(found.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    public static ParsedValue? ReadDuration(string text, ValueContext context)
    {
        Stretch? stretch = EntityAnswers.Single<Stretch>(text, context, entity => Is(entity, "duration") ? ToStretch(entity.Values[0].Timex!) : null);
        return stretch is { } found && !(found.ApproximateSeconds < context.Min) && !(found.ApproximateSeconds > context.Max) ? ParsedValue.Of(found.ToIso()) : null;
    }

    private static bool Is(Entity entity, string kind) =>
        entity.Type == EntityTypes.MomentPrefix + kind && entity.Values[0].Value is { } value && char.IsAsciiDigit(value[0]);

    // The candidates with the time as it was said come first, the past one before the future one.
    private static DateTime? Choose(Entity entity, ValueContext context, string format)
    {
        EntityValue[] said = [.. entity.Values.Where(value => value.Timex == entity.Values[0].Timex)];
        string chosen = said[context.Prefer == MomentPreference.Past ? 0 : ^1].Value!;
        DateTime moment = DateTime.ParseExact(chosen, format, CultureInfo.InvariantCulture);

        // "Friday" said on a Friday is the next one.
        bool isToday = said.Length > 1 && moment.Date == context.Now.Date && context.Prefer == MomentPreference.Future && entity.Values[0].Timex!.StartsWith("XXXX-WXX", StringComparison.Ordinal);
        return isToday ? moment.AddDays(7) : moment;
    }

    private static DateTime Place(TimeSpan time, ValueContext context)
    {
        DateTime today = context.Now.Date + time;
        return context.Prefer == MomentPreference.Past
            ? (today > context.Now.DateTime ? today.AddDays(-1) : today)
            : (today < context.Now.DateTime ? today.AddDays(1) : today);
    }

    private static Stretch? ToStretch(string timex)
    {
        Stretch total = default;
        bool isTime = false;
        foreach (Match match in Part.Matches(timex))
        {
            isTime |= match.Groups["time"].Success;
            double count = double.Parse(match.Groups["count"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            TimeUnit? unit = (isTime, match.Groups["unit"].Value) switch
            {
                (false, "Y") => TimeUnit.OfMonths(12),
                (false, "M") => TimeUnit.OfMonths(1),
                (false, "W") => TimeUnit.OfDays(7),
                (false, "D") => TimeUnit.OfDays(1),
                (true, "H") => TimeUnit.OfSeconds(3600),
                (true, "M") => TimeUnit.OfSeconds(60),
                (true, "S") => TimeUnit.OfSeconds(1),
                _ => null,
            };
            if (unit is null)
            {
                return null;
            }

            total = total.Add(count, unit.Value);
        }

        return total.IsSound && !total.IsEmpty ? total : null;
    }
}
