using System.Globalization;

namespace Spark.Actions.GetTime;

/// <summary>Tells the time.</summary>
internal sealed class GetTimeAction(TimeProvider time) : IAction<GetTimeInput, GetTimeOutput>
{
    private const int LongestFormat = 100;

    public ValueTask<ActionResult<GetTimeOutput>> ExecuteAsync(GetTimeInput input, ActionContext context, CancellationToken cancellationToken) => new(Execute(input, context));

    private ActionResult<GetTimeOutput> Execute(GetTimeInput input, ActionContext context)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(input.Zone, out var zone))
        {
            return Refuse("get-time needs a time zone of the IANA database, such as Europe/Brussels or UTC.");
        }

        if (Moment(input.At) is not { } moment)
        {
            return Refuse("'at' is a moment with its offset, such as 2026-03-29T09:00:00+02:00.");
        }

        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return Text(local, input, context.Language) is { } text
            ? ActionResult.Ok(new GetTimeOutput
            {
                Local = ClockReading.Of(local),
                Utc = ClockReading.Of(moment.ToUniversalTime()),
                Zone = input.Zone,
                OffsetMinutes = (int)local.Offset.TotalMinutes,
                IsDaylightSaving = zone.IsDaylightSavingTime(moment),
                Text = text,
            })
            : Refuse("'format' is not written in the letters for dates, such as dddd d MMMM, HH:mm, or 'locale' is no language.");
    }

    private DateTimeOffset? Moment(string? at)
    {
        if (at is null)
        {
            return time.GetUtcNow();
        }

        // A time without an offset would be read as the machine's own.
        var hasOffset = at.EndsWith('Z') || at.LastIndexOfAny(['+', '-']) > at.IndexOf('T', StringComparison.Ordinal);
        return hasOffset
            && at.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? moment
                : null;
    }

    private static string? Text(DateTimeOffset local, GetTimeInput input, string language)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(input.Locale ?? language);
            var format = input.Format is { Length: > 0 and <= LongestFormat } own
                ? own
                : input.Format is null or "" ? $"{culture.DateTimeFormat.LongDatePattern} {culture.DateTimeFormat.ShortTimePattern}" : null;
            return format is null ? null : local.ToString(format, culture);
        }
        catch (Exception unusable) when (unusable is CultureNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static ActionResult<GetTimeOutput> Refuse(string reason) => ActionResult.Failed<GetTimeOutput>(reason) with { IsFinal = true };
}
