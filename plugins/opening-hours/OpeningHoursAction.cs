using System.Globalization;

namespace Spark.Actions.OpeningHours;

/// <summary>Tells whether something is open, and when that changes.</summary>
internal sealed class OpeningHoursAction(TimeProvider time) : IAction<OpeningHoursInput, OpeningHoursOutput>
{
    private const int DaysAhead = 366;

    public ValueTask<ActionResult<OpeningHoursOutput>> ExecuteAsync(
        OpeningHoursInput input, ActionContext context, CancellationToken cancellationToken) => new(Execute(input, context));

    private ActionResult<OpeningHoursOutput> Execute(OpeningHoursInput input, ActionContext context)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(input.Zone, out var zone))
        {
            return Refuse("opening-hours needs a time zone of the IANA database, such as Europe/Brussels.");
        }

        if (Timetable.Read(input, out var problem) is not { } table)
        {
            return Refuse(problem);
        }

        if (Moment(input.At) is not { } now)
        {
            return Refuse("'at' is a moment with its offset, such as 2026-03-29T09:00:00+02:00.");
        }

        if (Culture(input.Locale ?? context.Language) is not { } culture)
        {
            return Refuse("'locale' is no language, such as nl-BE.");
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        DateTimeOffset? closes = null;
        DateTimeOffset? opens = null;

        // From yesterday: what opened then may be open after midnight. Times that touch are one.
        foreach (var (from, to) in Enumerable.Range(-1, DaysAhead).SelectMany(day => table.On(today.AddDays(day), zone)))
        {
            if (from <= (closes ?? now) && to > (closes ?? now))
            {
                closes = to;
            }
            else if (from > now && closes is null)
            {
                opens = from;
            }

            if (opens is not null || from > (closes ?? DateTimeOffset.MaxValue))
            {
                break;
            }
        }

        var output = new OpeningHoursOutput
        {
            IsOpen = closes is not null,
            ClosesAt = Iso(closes),
            OpensAt = Iso(opens),
            ChangesText = (closes ?? opens) is { } change ? Text(change, today, culture) : null,
        };
        return ActionResult.Of(output.IsOpen ? "open" : "closed", output);
    }

    private DateTimeOffset? Moment(string? at)
    {
        if (at is null)
        {
            return time.GetUtcNow();
        }

        var hasOffset = at.EndsWith('Z') || at.LastIndexOfAny(['+', '-']) > at.IndexOf('T', StringComparison.Ordinal);
        return hasOffset
            && at.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? moment
                : null;
    }

    private static string Text(DateTimeOffset change, DateOnly today, CultureInfo culture) => DateOnly.FromDateTime(change.DateTime) == today
        ? change.ToString(culture.DateTimeFormat.ShortTimePattern, culture)
        : change.ToString($"dddd {culture.DateTimeFormat.MonthDayPattern} {culture.DateTimeFormat.ShortTimePattern}", culture);

    private static string? Iso(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static CultureInfo? Culture(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static ActionResult<OpeningHoursOutput> Refuse(string reason) => ActionResult.Failed<OpeningHoursOutput>(reason) with { IsFinal = true };
}
