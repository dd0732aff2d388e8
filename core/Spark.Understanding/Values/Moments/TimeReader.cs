using System.Globalization;
using Spark.Understanding.Languages;
using Spark.Understanding.Text;
using Spark.Understanding.Values.Numbers;

namespace Spark.Understanding.Values.Moments;

/// <summary>
/// Reads a time of day at a place in a text. Without "pm" or a part of the day an hour is taken as on a clock of
/// 24 hours: to guess that three means the afternoon is right mostly, and wrong without anyone noticing.
/// </summary>
internal sealed class TimeReader(LanguageWords words, DurationReader durations, DateTimeOffset now)
{
    private readonly TimeWords _words = words.Times;
    private readonly NumberReader _numbers = new(words.Numbers);

    public Reading<TimeOnly?>? Read(LexedText text, int index)
    {
        if (_words.Named.TryRead(text, index, out TimeOnly named, out int next))
        {
            return new(named, next);
        }

        if (ReadRelative(text, index) is { } relative)
        {
            return new(TimeOnly.FromDateTime(relative.Value.DateTime), relative.Next);
        }

        bool isAt = _words.At.Contains(text.Word(index));
        int at = isAt ? index + 1 : index;
        if (text.IsGlued(at) && !text.Is(at - 1, LexemeKind.Sign))
        {
            return null;
        }

        Reading<ClockTime>? clock = ReadDigital(text, at, isAt) ?? ReadSpoken(text, at) ?? ReadFullHour(text, at, isAt);
        return clock is { } reading ? Place(text, index, reading) : null;
    }

    /// <summary>"in 2 hours", "2 hours from now": a moment rather than a time of day.</summary>
    public Reading<DateTimeOffset>? ReadRelative(LexedText text, int index)
    {
        bool isAhead = words.Dates.In.Contains(text.Word(index));
        if (durations.Read(text, isAhead ? index + 1 : index) is not { Value: { IsOfTheCalendar: false } stretch } reading)
        {
            return null;
        }

        int next = reading.Next;
        int sign = isAhead || words.Dates.FromNow.TryRead(text, reading.Next, out _, out next) ? 1
            : words.Dates.Ago.TryRead(text, reading.Next, out _, out next) ? -1 : 0;
        return sign != 0 && stretch.From(now, sign) is { } moment ? new(moment, isAhead ? reading.Next : next) : null;
    }

    // "15:30", "15:30:10", "15h30", "15u", "15.30 uur".
    private Reading<ClockTime>? ReadDigital(LexedText text, int index, bool isAt)
    {
        if (text.Digits(index).Length is 0 or > 2 || !text.IsGlued(index + 1))
        {
            return null;
        }

        int hour = ToInt(text.Digits(index));
        bool hasMinute = text.Digits(index + 2).Length == 2 && text.IsGlued(index + 2);
        if (_words.HourLetters.Contains(text.Word(index + 1)))
        {
            return hasMinute ? new(new(hour, ToInt(text.Digits(index + 2)), 0), index + 3) : new(new(hour, 0, 0), index + 2);
        }

        if (!hasMinute || !(text.IsSign(index + 1, ':') || text.IsSign(index + 1, '.')))
        {
            return null;
        }

        int minute = ToInt(text.Digits(index + 2));
        if (text.IsSign(index + 1, '.'))
        {
            bool isTime = isAt || text.Count == 3 || IsOClock(text, index + 3) || ReadMeridiem(text, index + 3) is not null;
            return isTime && !(text.IsSign(index + 3, '.') && text.Is(index + 4, LexemeKind.Digits)) ? new(new(hour, minute, 0), index + 3) : null;
        }

        bool hasSecond = text.IsSign(index + 3, ':') && text.Digits(index + 4).Length == 2 && text.IsGlued(index + 4);
        return hasSecond ? new(new(hour, minute, ToInt(text.Digits(index + 4))), index + 5) : new(new(hour, minute, 0), index + 3);
    }

    // "half past three", "kwart over drie", "tien voor half vier".
    private Reading<ClockTime>? ReadSpoken(LexedText text, int index)
    {
        if (ReadHalf(text, index) is { } half)
        {
            return half;
        }

        int at = words.Dates.Articles.Contains(text.Word(index)) && _words.Quarter.Contains(text.Word(index + 1)) ? index + 1 : index;
        Reading<int>? minutes = _words.Quarter.Contains(text.Word(at)) ? new(15, at + 1) : _numbers.ReadCount(text, at);
        if (minutes is not { Value: >= 1 and < 60 } count)
        {
            return null;
        }

        at = _words.Minutes.Contains(text.Word(count.Next)) ? count.Next + 1 : count.Next;
        bool isPast = _words.Past.Contains(text.Word(at));
        if (!isPast && !_words.To.Contains(text.Word(at)))
        {
            return null;
        }

        Reading<ClockTime>? reference = ReadHalf(text, at + 1)
            ?? (_numbers.ReadCount(text, at + 1) is { Value: >= 0 and <= 24 } hour ? new(new(hour.Value, 0, 0), hour.Next) : null);
        return reference is { } from ? new(from.Value.Shift(isPast ? count.Value : -count.Value), from.Next) : null;
    }

    private Reading<ClockTime>? ReadHalf(LexedText text, int index)
    {
        if (!_words.Half.Contains(text.Word(index)))
        {
            return null;
        }

        bool isPast = _words.Past.Contains(text.Word(index + 1));
        if (_numbers.ReadCount(text, isPast ? index + 2 : index + 1) is not { Value: >= 0 and <= 24 } hour)
        {
            return null;
        }

        return new(new ClockTime(hour.Value, 0, 0).Shift(_words.HalfIsBefore && !isPast ? -30 : 30), hour.Next);
    }

    // "3pm", "drie uur", "15 uur 30", "at 3", and "15" as the whole answer.
    private Reading<ClockTime>? ReadFullHour(LexedText text, int index, bool isAt)
    {
        if (_numbers.ReadCount(text, index) is not { Value: >= 0 and <= 24 } hour)
        {
            return null;
        }

        if (IsOClock(text, hour.Next))
        {
            bool hasMinute = text.Digits(hour.Next + 1).Length == 2 && ToInt(text.Digits(hour.Next + 1)) < 60;
            return hasMinute ? new(new(hour.Value, ToInt(text.Digits(hour.Next + 1)), 0), hour.Next + 2) : new(new(hour.Value, 0, 0), hour.Next);
        }

        bool isTime = isAt || text.Count == 1 || ReadMeridiem(text, hour.Next) is not null || _words.PartsOfDay.TryRead(text, hour.Next, out _, out _);
        return isTime ? new(new(hour.Value, 0, 0), hour.Next) : null;
    }

    private bool IsOClock(LexedText text, int index) => _words.OClock.Contains(text.Word(index));

    private Reading<PartOfDay>? ReadMeridiem(LexedText text, int index)
    {
        if (_words.Meridiems.TryRead(text, index, out PartOfDay part, out int next))
        {
            return new(part, next);
        }

        // "p.m."
        bool isDotted = text.IsSign(index + 1, '.') && _words.Meridiems.TryGet($"{text.Word(index)} {text.Word(index + 2)}", out part);
        return isDotted ? new(part, text.IsSign(index + 3, '.') ? index + 4 : index + 3) : null;
    }

    private Reading<TimeOnly?>? Place(LexedText text, int start, Reading<ClockTime> clock)
    {
        int next = IsOClock(text, clock.Next) ? clock.Next + 1 : clock.Next;
        if (ReadMeridiem(text, next) is { } meridiem)
        {
            return clock.Value.Hour is >= 1 and <= 12 || clock.Value.Hour == 0 && clock.Value.Minute > 0
                ? new(clock.Value.In(meridiem.Value), meridiem.Next)
                : new(null, meridiem.Next);
        }

        if (_words.PartsOfDay.TryRead(text, next, out PartOfDay behind, out int end))
        {
            return new(clock.Value.In(behind), end);
        }

        return FindPartBefore(text, start) is { } before ? new(clock.Value.In(before), next) : new(clock.Value.ToTime(), next);
    }

    private PartOfDay? FindPartBefore(LexedText text, int end)
    {
        const int NearEnough = 6;
        for (int index = Math.Max(0, end - NearEnough); index < end; index++)
        {
            if (_words.PartsOfDay.TryRead(text, index, out PartOfDay part, out int next) && next <= end)
            {
                return part;
            }
        }

        return null;
    }

    private static int ToInt(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
