using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Moments;

/// <summary>
/// <c>date-time</c>: <c>yyyy-MM-ddTHH:mm:sszzz</c>, embedded ("tomorrow at 10"). A day and a time, or a time alone,
/// which is then the next such moment, or the latest where the past is meant; a day alone is none. The offset is the one
/// that the person's time zone has then, or that of <see cref="ValueContext.Now"/> where the zone is not known.
/// </summary>
internal sealed class DateTimeParser : IValueParser
{
    private static readonly Regex Iso = new(
        @"\b(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]+)?(?<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2})?\b",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public string Type => "date-time";

    public ParsedValue? Parse(string text, ValueContext context)
    {
        var lexed = new LexedText(text);
        if (Iso.Match(lexed.Source) is { Success: true } iso)
        {
            bool isWhole = iso.Length >= lexed.Source.TrimEnd('.', ' ').Length;
            return (isWhole || context.MayBeEmbedded) && ParseIso(iso, context) is { } written ? Format(written) : null;
        }

        var readers = new MomentReaders(context);
        DateTimeOffset? relative = SingleReading.Find(lexed, index => ReadRelative(lexed, index, readers), readers.Words.Fillers, context.MayBeEmbedded);
        return (relative ?? Combine(lexed, readers, context)) is { } moment ? Format(moment) : null;
    }

    private static DateTimeOffset? ParseIso(Match iso, ValueContext context)
    {
        string moment = $"{iso.Groups["date"].Value}T{iso.Groups["time"].Value}";
        if (iso.Groups["zone"].Success)
        {
            return DateTimeOffset.TryParse(moment + iso.Groups["zone"].Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset written)
                ? written
                : null;
        }

        return DateTime.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local) ? At(local, context) : null;
    }

    private static Reading<DateTimeOffset?>? ReadRelative(LexedText text, int index, MomentReaders readers)
    {
        if (readers.Words.Times.Now.TryRead(text, index, out _, out int next))
        {
            return new(readers.Now, next);
        }

        return readers.Times.ReadRelative(text, index) is { } reading ? new(reading.Value, reading.Next) : null;
    }

    private static DateTimeOffset? Combine(LexedText text, MomentReaders readers, ValueContext context)
    {
        DateOnly? day = null;
        TimeOnly? time = null;
        for (int index = 0; index < text.Count;)
        {
            int start = index;
            if (readers.Dates.Read(text, index) is { } date)
            {
                if (date.Value is null || (day is not null && day != date.Value))
                {
                    return null;
                }

                day = date.Value;
                index = date.Next;
            }
            else if (readers.Times.Read(text, index) is { } clock)
            {
                if (clock.Value is null || (time is not null && time != clock.Value))
                {
                    return null;
                }

                time = clock.Value;
                index = clock.Next;
            }

            if (index == start)
            {
                bool isFiller = text.Is(index, LexemeKind.Sign) || readers.Words.Fillers.Contains(text.Word(index));
                if (!context.MayBeEmbedded && !isFiller)
                {
                    return null;
                }

                index++;
            }
        }

        return time is { } found ? Place(day, found, context) : null;
    }

    private static DateTimeOffset? Place(DateOnly? day, TimeOnly time, ValueContext context)
    {
        DateOnly today = DateOnly.FromDateTime(context.Now.DateTime);
        if (day is not null)
        {
            return At(day.Value.ToDateTime(time), context);
        }

        TimeOnly now = TimeOnly.FromDateTime(context.Now.DateTime);
        int away = context.Prefer == MomentPreference.Past ? (time > now ? -1 : 0) : (time < now ? 1 : 0);
        int number = today.DayNumber + away;
        DateOnly date = number < 0 || number > DateOnly.MaxValue.DayNumber ? today : DateOnly.FromDayNumber(number);
        return At(date.ToDateTime(time), context);
    }

    private static DateTimeOffset? At(DateTime local, ValueContext context)
    {
        try
        {
            return new DateTimeOffset(local, context.TimeZone?.GetUtcOffset(local) ?? context.Now.Offset);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The first and the last day of the calendar do not exist in every offset.
            return null;
        }
    }

    private static ParsedValue Format(DateTimeOffset moment) =>
        ParsedValue.Of(moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
}
