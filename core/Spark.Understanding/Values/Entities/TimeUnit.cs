using System.Runtime.InteropServices;

namespace Spark.Understanding.Values.Entities;

/// <summary>A unit as months or seconds; a month has no length in seconds.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeUnit(int Months, double Seconds)
{
    public const double SecondsADay = 86_400;

    /// <summary>Whether the unit counts days or more.</summary>
    public bool IsOfTheCalendar => Months > 0 || Seconds >= SecondsADay;

    public static TimeUnit OfMonths(int months) => new(months, 0);

    public static TimeUnit OfDays(int days) => new(0, days * SecondsADay);

    public static TimeUnit OfSeconds(double seconds) => new(0, seconds);
}
