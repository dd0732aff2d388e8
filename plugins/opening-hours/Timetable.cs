using System.Globalization;

namespace Spark.Actions.OpeningHours;

/// <summary>On which days it is open when. Exceptions stand above holidays, and both above the days of the week.</summary>
internal sealed class Timetable
{
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private readonly Dictionary<DayOfWeek, List<Hours>> week = [];
    private readonly HashSet<DateOnly> holidays = [];
    private readonly HashSet<(int Month, int Day)> yearly = [];
    private readonly Dictionary<DateOnly, List<Hours>> exceptions = [];

    /// <summary>Reads a step's fields.</summary>
    /// <param name="input">The fields.</param>
    /// <param name="problem">What cannot be read.</param>
    public static Timetable? Read(OpeningHoursInput input, out string problem)
    {
        var table = new Timetable();
        problem = table.ReadWeek(input.Hours) ?? table.ReadHolidays(input.Holidays ?? []) ?? table.ReadExceptions(input.Exceptions ?? []) ?? "";
        return problem.Length == 0 ? table : null;
    }

    /// <summary>When it is open on a date, as moments, in order.</summary>
    public IEnumerable<(DateTimeOffset From, DateTimeOffset To)> On(DateOnly date, TimeZoneInfo zone) =>
        HoursOf(date)
            .Select(hours => (From: Moment(date, hours.From, zone, isEnd: false), To: Moment(date, hours.To, zone, isEnd: true)))
            .Where(span => span.From < span.To)
            .OrderBy(span => span.From);

    private List<Hours> HoursOf(DateOnly date) =>
        exceptions.TryGetValue(date, out var special) ? special
        : holidays.Contains(date) || yearly.Contains((date.Month, date.Day)) ? []
        : week.GetValueOrDefault(date.DayOfWeek, []);

    // A clock that jumps over a time shows the next one it has; of a time that comes twice, opening takes the first and closing the last.
    private static DateTimeOffset Moment(DateOnly date, int minutes, TimeZoneInfo zone, bool isEnd)
    {
        var local = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        if (zone.IsInvalidTime(local))
        {
            var before = zone.GetUtcOffset(local.AddDays(-1));
            return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, before), zone);
        }

        if (!zone.IsAmbiguousTime(local))
        {
            return new(local, zone.GetUtcOffset(local));
        }

        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return new(local, isEnd ? offsets.Min() : offsets.Max());
    }

    private string? ReadWeek(Dictionary<string, string[]> hours)
    {
        foreach (var (name, times) in hours)
        {
            var range = name.Split('-');
            var (first, last) = (Array.IndexOf(Days, range[0]), Array.IndexOf(Days, range[^1]));
            if (range.Length > 2 || first < 0 || last < 0)
            {
                return $"'{name}' is no day: write monday to sunday, or monday-friday.";
            }

            if (ReadHours(times) is not { } read)
            {
                return $"A time of '{name}' is none: write 08:00-17:00.";
            }

            for (var day = first; ; day = (day + 1) % 7)
            {
                week[(DayOfWeek)day] = read;
                if (day == last)
                {
                    break;
                }
            }
        }

        return null;
    }

    private string? ReadHolidays(string[] dates)
    {
        foreach (var date in dates)
        {
            if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var once))
            {
                holidays.Add(once);
            }
            else if (DateOnly.TryParseExact("2024-" + date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var every))
            {
                yearly.Add((every.Month, every.Day));
            }
            else
            {
                return "A holiday is no date: write 2026-12-24, or 12-25 for every year.";
            }
        }

        return null;
    }

    private string? ReadExceptions(Dictionary<string, string[]> dates)
    {
        foreach (var (name, times) in dates)
        {
            if (!DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return "An exception is of no date: write 2026-12-24.";
            }

            if (ReadHours(times) is not { } read)
            {
                return $"A time of '{name}' is none: write 08:00-17:00.";
            }

            exceptions[date] = read;
        }

        return null;
    }

    private static List<Hours>? ReadHours(string[] times)
    {
        var read = times.Select(Hours.Read).ToList();
        return read.TrueForAll(hours => hours is not null) ? [.. read.OfType<Hours>()] : null;
    }
}
