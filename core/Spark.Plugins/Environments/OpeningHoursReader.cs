using System.Globalization;
using Spark.Engine.Reading;

namespace Spark.Plugins.Environments;

/// <summary>Reads <c>hours</c> of a connection: the time zone, the spans of each day, the holidays.</summary>
internal static class OpeningHoursReader
{
    private const string Example = "mon-fri: 08:00-17:30";
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Reads the hours; null when they cannot be read, which the findings tell.</summary>
    public static OpeningHours? Read(SettingNode node, string connection, List<Finding> findings)
    {
        var what = $"The opening hours of the connection '{connection}'";
        var section = new EnvironmentSection(node, node.At, what, findings, "timeZone", "week", "holidays");
        var zone = section.Text("timeZone", "Europe/Brussels");
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            Wrong(section.Field("timeZone")!.Value, $"{what} name the time zone '{zone}', which this machine does not know.", "Write an IANA name, such as Europe/Brussels.", findings);
            zone = null;
        }

        var week = new Dictionary<DayOfWeek, List<OpenSpan>>();
        if (section.Field("week") is not { Value.Kind: SettingKind.Mapping } days)
        {
            Wrong(node, $"{what} do not say when the desk is open.", $"Write 'week', and below it days with their hours, such as {Example}.", findings);
            return null;
        }

        foreach (var day in days.Value.Fields)
        {
            ReadDay(day, what, week, findings);
        }

        var holidays = section.Texts("holidays").Select(item => ReadDate(item, what, findings)).OfType<DateOnly>().ToHashSet();
        return zone is null ? null : new()
        {
            Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            Week = week.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<OpenSpan>)pair.Value),
            Holidays = holidays,
        };
    }

    private static void ReadDay(SettingField field, string what, Dictionary<DayOfWeek, List<OpenSpan>> week, List<Finding> findings)
    {
        var days = DaysOf(field.Key);
        if (days.Count == 0)
        {
            findings.Add(Problem.At(EnvironmentCodes.WrongValue, field.At, $"'{field.Key}' in {Lower(what)} is no day.", $"Write a day (mon) or a range of days (mon-fri): {Example}."));
        }

        IEnumerable<SettingNode> spans = field.Value.Kind == SettingKind.Sequence ? field.Value.Items : [field.Value];
        foreach (var node in spans)
        {
            if (SpanOf(node.Text) is not { } span)
            {
                Wrong(node, $"'{node.Text}' in {Lower(what)} is no span of a day.", $"Write it as from-to in hours and minutes: {Example}.", findings);
                continue;
            }

            foreach (var day in days)
            {
                if (!week.TryGetValue(day, out var known))
                {
                    week[day] = known = [];
                }

                known.Add(span);
            }
        }
    }

    private static List<DayOfWeek> DaysOf(string text)
    {
        var ends = text.Split('-').Select(day => Array.IndexOf(Days, day.Trim().ToLowerInvariant())).ToList();
        if (ends.Count is not (1 or 2) || ends.Contains(-1))
        {
            return [];
        }

        var days = new List<DayOfWeek>();
        for (var day = ends[0]; ; day = (day + 1) % Days.Length)
        {
            days.Add((DayOfWeek)day);
            if (day == ends[^1])
            {
                return days;
            }
        }
    }

    private static OpenSpan? SpanOf(string text) =>
        text.Split('-') is [var from, var to] && TimeOf(from) is { } begins && TimeOf(to) is { } ends ? new(begins, ends) : null;

    private static TimeOnly? TimeOf(string text)
    {
        var time = text.Trim();
        return time == "24:00" ? TimeOnly.MinValue
            : TimeOnly.TryParseExact(time, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
    }

    private static DateOnly? ReadDate(SettingNode node, string what, List<Finding> findings)
    {
        if (DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Wrong(node, $"'{node.Text}' in {Lower(what)} is no day.", "Write a holiday as year-month-day, such as 2026-12-25.", findings);
        return null;
    }

    private static string Lower(string what) => "the" + what[3..];

    private static void Wrong(SettingNode node, string message, string remedy, List<Finding> findings) =>
        findings.Add(Problem.At(EnvironmentCodes.WrongValue, node.At, message, remedy));
}
