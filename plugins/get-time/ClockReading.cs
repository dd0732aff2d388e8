using System.Globalization;

namespace Spark.Actions.GetTime;

/// <summary>A moment, taken apart. The names and numbers are Chatlayer's: months from 1, days of the week from 0 for Sunday.</summary>
internal sealed record ClockReading
{
    public required int Year { get; init; }

    public required int Month { get; init; }

    public required int DayOfMonth { get; init; }

    public required int DayOfWeek { get; init; }

    public required int Hours { get; init; }

    public required int Minutes { get; init; }

    public required int Seconds { get; init; }

    /// <summary>ISO 8601 with the offset.</summary>
    public required string Iso { get; init; }

    /// <summary><c>2026-11-21</c>.</summary>
    public required string Date { get; init; }

    /// <summary><c>09:05</c>.</summary>
    public required string Time { get; init; }

    public static ClockReading Of(DateTimeOffset moment) => new()
    {
        Year = moment.Year,
        Month = moment.Month,
        DayOfMonth = moment.Day,
        DayOfWeek = (int)moment.DayOfWeek,
        Hours = moment.Hour,
        Minutes = moment.Minute,
        Seconds = moment.Second,
        Iso = moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        Date = moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Time = moment.ToString("HH:mm", CultureInfo.InvariantCulture),
    };
}
