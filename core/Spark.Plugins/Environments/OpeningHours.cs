namespace Spark.Plugins.Environments;

/// <summary>When a desk is there, by the clock on its wall: daylight saving is the time zone's business.</summary>
public sealed record OpeningHours
{
    /// <summary>The time zone of the desk.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The spans of each day of the week; a day that is not there is closed.</summary>
    public required IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpenSpan>> Week { get; init; }

    /// <summary>Days on which the desk is closed, whatever day of the week they are. A night that began the day before still ends.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Whether the desk is there.</summary>
    /// <param name="at">The moment.</param>
    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        return SpansOf(day).Any(span => span.HasFromItsDay(time)) || SpansOf(day.AddDays(-1)).Any(span => span.HasFromTheDayBefore(time));
    }

    private IReadOnlyList<OpenSpan> SpansOf(DateOnly day) => Holidays.Contains(day) ? [] : Week.GetValueOrDefault(day.DayOfWeek) ?? [];
}
