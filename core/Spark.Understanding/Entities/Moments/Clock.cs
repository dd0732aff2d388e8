using System.Globalization;

namespace Spark.Understanding.Entities.Moments;

/// <summary>A time of the day.</summary>
/// <param name="Hour">0 to 23.</param>
/// <param name="Minute">Null when only the hour was said.</param>
/// <param name="Second">Null when it was not said.</param>
/// <param name="IsOpen">Whether it may as well be twelve hours later or earlier.</param>
internal sealed record Clock(int Hour, int? Minute, int? Second, bool IsOpen)
{
    /// <summary>Whether nothing but a number was said.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether morning or afternoon was said.</summary>
    public bool IsMeridian { get; init; }

    public string? Modifier { get; init; }

    public TimeSpan Time => new(Hour, Minute ?? 0, Second ?? 0);

    public string Timex => TimexOf(Hour);

    /// <summary>All that it may mean, as said first.</summary>
    public IEnumerable<Clock> Ways => IsOpen ? [this with { IsOpen = false }, Turned] : [this];

    /// <summary>Twelve hours off.</summary>
    public Clock Turned => this with { Hour = Hour >= 12 ? Hour - 12 : Hour + 12, IsOpen = false };

    /// <summary>The time in a part of the day: "seven" in the evening is 19.</summary>
    public Clock In(PartOfDay part)
    {
        bool isLate = part.IsAfternoon && Hour < 12 && !(part.Timex == "TNI" && Hour < 5);
        bool isMidnight = Hour == 12 && part.IsNight;
        return this with { Hour = isMidnight ? 0 : isLate ? Hour + 12 : Hour, IsOpen = false, IsBare = false, IsMeridian = true };
    }

    private string TimexOf(int hour) => string.Create(
        CultureInfo.InvariantCulture, $"T{hour:00}{(Minute is { } minute ? $":{minute:00}" : "")}{(Second is { } second ? $":{second:00}" : "")}");
}
