namespace Spark.Understanding.Entities.Moments;

/// <summary>What was found: its kind and all that it may mean.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Ways">One for each way to take it; none when there is no such moment ("30 February").</param>
internal sealed record Moment(MomentKind Kind, IReadOnlyList<MomentWay> Ways)
{
    /// <summary>TIMEX3 of a moment without ways.</summary>
    public string Timex { get; init; } = string.Empty;

    public string? Modifier { get; init; }

    /// <summary>What the modifier was said of; null where it is part of a date and time.</summary>
    public string? Source { get; init; }

    /// <summary>Whether a bare number was read as an hour.</summary>
    public bool IsWeak { get; init; }

    public EntityValue[] ToValues()
    {
        string kind = Kind.ToString().ToLowerInvariant();
        if (Ways.Count == 0)
        {
            return [new EntityValue { Timex = Timex, Moment = kind, Value = "not resolved", Modifier = Modifier }];
        }

        // "Around one" is found as a time and means a range of them.
        bool isAbout = Modifier == "approx" && (Kind is MomentKind.Date or MomentKind.Time);
        return [.. Ways.Select(way => new EntityValue
        {
            Timex = way.Timex,
            Moment = isAbout ? kind + "range" : kind,
            Modifier = Modifier,
            SourceEntity = Source,
            Days = way.Days,
            Value = way.Value ?? (IsPoint ? Write(way.Start) : null),
            Start = IsPoint || way.Value is not null ? null : Write(way.Start),
            End = IsPoint || way.Value is not null ? null : Write(way.End),
        }).Distinct()];
    }

    private bool IsPoint => Kind is MomentKind.Date or MomentKind.Time or MomentKind.DateTime;

    private string? Write(DateTime? moment) => moment is null ? null : Kind switch
    {
        MomentKind.Date or MomentKind.DateRange => MomentFormat.Date(moment.Value),
        MomentKind.Time or MomentKind.TimeRange => MomentFormat.Time(moment.Value),
        _ => MomentFormat.DateTime(moment.Value),
    };
}
