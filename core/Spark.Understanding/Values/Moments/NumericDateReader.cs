using System.Globalization;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Moments;

/// <summary>Reads "2026-05-01", "1/5/2026", "1-5-26" and "1/5" at a place in a text.</summary>
internal sealed class NumericDateReader(Calendar calendar, bool dayFirst)
{
    public Reading<DateOnly?>? Read(LexedText text, int index)
    {
        bool isInsideAChain = text.IsGlued(index) && index > 0 && (IsSeparator(text, index - 1) || text.Is(index - 1, LexemeKind.Word));
        if (!text.Is(index, LexemeKind.Digits) || isInsideAChain || !IsJoined(text, index + 1))
        {
            return null;
        }

        char separator = text[index + 1].Text[0];
        if (!IsJoined(text, index + 3) || !text.IsSign(index + 3, separator))
        {
            // 5.6 is a number or a time.
            return separator == '.' ? null : new(ReadDayAndMonth(text.Digits(index), text.Digits(index + 2)), index + 3);
        }

        return IsJoined(text, index + 5)
            ? null
            : new(ReadFull(text.Digits(index), text.Digits(index + 2), text.Digits(index + 4)), index + 5);
    }

    private static bool IsSeparator(LexedText text, int index) => text.IsSign(index, '-') || text.IsSign(index, '/') || text.IsSign(index, '.');

    private static bool IsJoined(LexedText text, int index) =>
        IsSeparator(text, index) && text.IsGlued(index) && text.IsGlued(index + 1) && text.Is(index + 1, LexemeKind.Digits);

    private DateOnly? ReadFull(string first, string second, string third)
    {
        if (first.Length == 4)
        {
            return Calendar.Date(ToInt(first), ToInt(second), ToInt(third));
        }

        if (first.Length > 2 || second.Length > 2 || third.Length is not (2 or 4))
        {
            return null;
        }

        int year = third.Length == 4 ? ToInt(third) : calendar.FullYear(ToInt(third));
        (int day, int month) = Order(ToInt(first), ToInt(second));
        return Calendar.Date(year, month, day);
    }

    private DateOnly? ReadDayAndMonth(string first, string second)
    {
        if (first.Length > 2 || second.Length > 2)
        {
            return null;
        }

        (int day, int month) = Order(ToInt(first), ToInt(second));
        return calendar.Upcoming(month, day);
    }

    // The local order, unless only the other one makes a date.
    private (int Day, int Month) Order(int first, int second)
    {
        bool isDayFirst = dayFirst ? second <= 12 : first > 12;
        return isDayFirst ? (first, second) : (second, first);
    }

    private static int ToInt(string digits) => digits.Length > 4 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
}
