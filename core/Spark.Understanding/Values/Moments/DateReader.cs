using System.Globalization;
using Spark.Understanding.Languages;
using Spark.Understanding.Text;
using Spark.Understanding.Values.Numbers;

namespace Spark.Understanding.Values.Moments;

/// <summary>Reads a day at a place in a text, however it is said.</summary>
internal sealed class DateReader
{
    private readonly DateWords _words;
    private readonly NumberWords _numberWords;
    private readonly NumberReader _numbers;
    private readonly NumericDateReader _numeric;
    private readonly DurationReader _durations;
    private readonly Calendar _calendar;
    private readonly DateTimeOffset _now;

    public DateReader(LanguageWords words, DurationReader durations, DateTimeOffset now, bool dayFirst, MomentPreference prefer)
    {
        _words = words.Dates;
        _numberWords = words.Numbers;
        _numbers = new NumberReader(words.Numbers);
        _durations = durations;
        _now = now;
        _calendar = new Calendar(DateOnly.FromDateTime(now.DateTime), prefer);
        _numeric = new NumericDateReader(_calendar, dayFirst);
    }

    public Reading<DateOnly?>? Read(LexedText text, int index) =>
        ReadRelativeDay(text, index)
        ?? _numeric.Read(text, index)
        ?? ReadStretch(text, index)
        ?? ReadWeekday(text, index)
        ?? ReadDayAndMonth(text, index)
        ?? ReadMonthAndDay(text, index)
        ?? ReadDayOfMonth(text, index);

    private Reading<DateOnly?>? ReadRelativeDay(LexedText text, int index) =>
        _words.RelativeDays.TryRead(text, index, out int days, out int next) ? new(_calendar.After(days), next) : null;

    // "in 3 days", "3 days from now", "3 days ago".
    private Reading<DateOnly?>? ReadStretch(LexedText text, int index)
    {
        bool isAhead = _words.In.Contains(text.Word(index));
        if (_durations.Read(text, isAhead ? index + 1 : index) is not { Value: { IsOfTheCalendar: true } stretch } reading)
        {
            return null;
        }

        int next = reading.Next;
        int sign = isAhead || _words.FromNow.TryRead(text, reading.Next, out _, out next) ? 1
            : _words.Ago.TryRead(text, reading.Next, out _, out next) ? -1 : 0;
        return sign == 0 ? null : new(stretch.From(_now, sign) is { } moment ? DateOnly.FromDateTime(moment.DateTime) : null, isAhead ? reading.Next : next);
    }

    // "Friday", "next Friday", "Friday next week", "Friday 5 May".
    private Reading<DateOnly?>? ReadWeekday(LexedText text, int index)
    {
        bool hasWeek = _words.Weeks.TryRead(text, index, out int weeks, out int at);
        string modifier = hasWeek ? string.Empty : text.Word(index);
        bool isModified = _words.Next.Contains(modifier) || _words.Coming.Contains(modifier) || _words.This.Contains(modifier) || _words.Last.Contains(modifier);
        at = isModified ? index + 1 : at;
        if (!_words.Weekdays.TryRead(text, at, out DayOfWeek weekday, out int next))
        {
            return null;
        }

        int behind = text.IsSign(next, ',') || text.IsSign(next, '.') ? next + 1 : next;
        if ((_numeric.Read(text, behind) ?? ReadDayAndMonth(text, behind) ?? ReadMonthAndDay(text, behind)) is { } date)
        {
            return date;
        }

        if (hasWeek || _words.Weeks.TryRead(text, next, out weeks, out next))
        {
            return new(_calendar.InWeek(weekday, weeks), next);
        }

        // "sun", "do" and "za" are words too; alone they must be all that was said.
        bool isTooShort = text.Word(at).Length <= 3 && !isModified && text.Count > 1;
        return isTooShort ? null : new(Resolve(weekday, modifier), next);
    }

    private DateOnly? Resolve(DayOfWeek weekday, string modifier)
    {
        if (_words.Last.Contains(modifier))
        {
            return _calendar.Last(weekday);
        }

        return _words.Next.Contains(modifier) ? _calendar.InWeek(weekday, 1)
            : _words.This.Contains(modifier) ? _calendar.InWeek(weekday, 0)
            : _calendar.Coming(weekday);
    }

    // "the 5th of May 2026", "5 mei".
    private Reading<DateOnly?>? ReadDayAndMonth(LexedText text, int index)
    {
        if (ReadDay(text, SkipArticle(text, index)) is not { } day)
        {
            return null;
        }

        int at = text.IsSign(day.Next, '.') || text.IsSign(day.Next, '-') ? day.Next + 1 : day.Next;
        at = _words.Of.Contains(text.Word(at)) ? at + 1 : at;
        return _words.Months.TryRead(text, at, out int month, out int next) ? WithYear(text, day.Value, month, next) : null;
    }

    // "May 5th, 2026".
    private Reading<DateOnly?>? ReadMonthAndDay(LexedText text, int index)
    {
        if (!_words.Months.TryRead(text, index, out int month, out int next))
        {
            return null;
        }

        int at = text.IsSign(next, '.') || text.IsSign(next, '-') ? next + 1 : next;
        return ReadDay(text, SkipArticle(text, at)) is { } day ? WithYear(text, day.Value, month, day.Next) : null;
    }

    // "the 5th" needs its article or its ending: "5" alone is a number.
    private Reading<DateOnly?>? ReadDayOfMonth(LexedText text, int index)
    {
        int at = SkipArticle(text, index);
        bool isOrdinal = text.Is(at, LexemeKind.Digits) && _numberWords.OrdinalSuffixes.Contains(text.Word(at + 1)) && text.IsGlued(at + 1);
        return isOrdinal && ReadDay(text, at) is { } day ? new(_calendar.UpcomingDay(day.Value), day.Next) : null;
    }

    private int SkipArticle(LexedText text, int index) => _words.Articles.Contains(text.Word(index)) ? index + 1 : index;

    private Reading<int>? ReadDay(LexedText text, int index)
    {
        if (text.Digits(index).Length is 1 or 2)
        {
            int day = int.Parse(text.Digits(index), CultureInfo.InvariantCulture);
            int next = _numberWords.OrdinalSuffixes.Contains(text.Word(index + 1)) && text.IsGlued(index + 1) ? index + 2 : index + 1;
            return day is >= 1 and <= 31 ? new(day, next) : null;
        }

        if (_numberWords.Ordinals.TryRead(text, index, out int ordinal, out int behind))
        {
            // "twenty-first" is written with a dash as often as without.
            return new(ordinal, behind);
        }

        if (text.Word(index).Length == 0 || _numbers.ReadCount(text, index) is not { Value: >= 1 and <= 31 } count)
        {
            return null;
        }

        int unit = text.IsSign(count.Next, '-') ? count.Next + 1 : count.Next;
        return count.Value % 10 == 0 && _numberWords.Ordinals.TryRead(text, unit, out int rest, out int end) && rest < 10
            ? new(count.Value + rest, end)
            : count;
    }

    private Reading<DateOnly?> WithYear(LexedText text, int day, int month, int next)
    {
        int at = text.IsSign(next, '.') || text.IsSign(next, ',') || text.IsSign(next, '-') ? next + 1 : next;
        bool hasYear = text.Digits(at).Length == 4 && !text.IsSign(at + 1, ':');
        return hasYear
            ? new(Calendar.Date(int.Parse(text.Digits(at), CultureInfo.InvariantCulture), month, day), at + 1)
            : new(_calendar.Upcoming(month, day), next);
    }
}
