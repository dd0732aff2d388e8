using System.Runtime.InteropServices;
using Spark.Understanding.Languages;

namespace Spark.Understanding.Values.Moments;

/// <summary>A time as said, before it is known which half of the day is meant, or whether there is such a time.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockTime(int Hour, int Minute, int Second)
{
    private const int MinutesADay = 24 * 60;

    public ClockTime Shift(int minutes)
    {
        // Five to one is five to one of either half of the day, so twelve stands before one.
        int hour = Hour is 1 && minutes < 0 ? 13 : Hour;
        int total = ((hour * 60) + Minute + minutes + MinutesADay) % MinutesADay;
        return new(total / 60, total % 60, Second);
    }

    public TimeOnly? In(PartOfDay part) => part switch
    {
        PartOfDay.Morning when Hour == 12 => (this with { Hour = 0 }).ToTime(),
        PartOfDay.Afternoon when Hour < 12 => (this with { Hour = Hour + 12 }).ToTime(),
        PartOfDay.Night when Hour is >= 6 and < 12 => (this with { Hour = Hour + 12 }).ToTime(),
        PartOfDay.Night when Hour == 12 => (this with { Hour = 0 }).ToTime(),
        _ => ToTime(),
    };

    public TimeOnly? ToTime() => this switch
    {
        { Hour: 24, Minute: 0, Second: 0 } => TimeOnly.MinValue,
        { Hour: >= 0 and < 24, Minute: >= 0 and < 60, Second: >= 0 and < 60 } => new TimeOnly(Hour, Minute, Second),
        _ => null,
    };
}
