using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Understanding.Entities;
using Spark.Understanding.Entities.Moments;

namespace Spark.Understanding.Values.Entities;

/// <summary>
/// Moments, as the recognizers of entities find them. Of a day without a year the dialog's preference chooses the past or
/// the future one; an hour is taken as it was said.
/// </summary>
internal static class EntityMoment
{
    private static readonly Regex Part = new(@"(?<time>T)?(?<count>[0-9.]+)(?<unit>[YMWDHS])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static ParsedValue? ReadDate(string text, ValueContext context)
    {
        DateTime? date = EntityAnswers.Single<MomentRecognizer, DateTime>(text, context, entity => Is(entity, "date") ? Choose(entity, context, "yyyy-MM-dd") : null);
        return date is { } found ? ParsedValue.Of(found.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;
    }

    public static ParsedValue? ReadTime(string text, ValueContext context)
    {
        TimeSpan? time = EntityAnswers.Single<MomentRecognizer, TimeSpan>(text, context, entity =>
            Is(entity, "time") ? TimeSpan.Parse(entity.Values[0].Value!, CultureInfo.InvariantCulture)
            : Is(entity, "datetime") ? Choose(entity, context, "yyyy-MM-dd HH:mm:ss")?.TimeOfDay
            : null);
        return time is { } found ? ParsedValue.Of(found.ToString(found.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture)) : null;
    }

    public static ParsedValue? ReadDateTime(string text, ValueContext context)
    {
        if (IsoAnswers.ReadMoment(text) is { } exact)
        {
            return Show(exact);
        }

        DateTime? moment = EntityAnswers.Single<MomentRecognizer, DateTime>(text, context, entity =>
            Is(entity, "datetime") ? Choose(entity, context, "yyyy-MM-dd HH:mm:ss")
            : Is(entity, "time") ? Place(TimeSpan.Parse(entity.Values[0].Value!, CultureInfo.InvariantCulture), context)
            : null);
        return moment is { } local && Within(local, context.TimeZone?.GetUtcOffset(local) ?? context.Now.Offset) is { } found ? Show(found) : null;
    }

    private static ParsedValue Show(DateTimeOffset moment) => ParsedValue.Of(moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    // At the ends of the calendar an offset may lead beyond it.
    private static DateTimeOffset? Within(DateTime local, TimeSpan offset) =>
        (local - DateTime.MinValue) > offset && (DateTime.MaxValue - local) > -offset ? new DateTimeOffset(local, offset) : null;

    public static ParsedValue? ReadDuration(string text, ValueContext context)
    {
        Stretch? stretch = IsoAnswers.ReadDuration(text) ?? EntityAnswers.Single<MomentRecognizer, Stretch>(text, context, entity => Is(entity, "duration") ? ToStretch(entity.Values[0].Timex!) : null);
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

    private static DateTime? Place(TimeSpan time, ValueContext context)
    {
        DateTime today = context.Now.Date + time;
        int days = context.Prefer == MomentPreference.Past
            ? (today > context.Now.DateTime ? -1 : 0)
            : (today < context.Now.DateTime ? 1 : 0);
        bool isBeyond = (days < 0 && today.Date == DateTime.MinValue.Date) || (days > 0 && today.Date == DateTime.MaxValue.Date);
        return isBeyond ? null : today.AddDays(days);
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
