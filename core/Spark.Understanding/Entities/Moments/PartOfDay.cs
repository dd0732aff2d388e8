namespace Spark.Understanding.Entities.Moments;

/// <summary>A part of the day or a meal, with the hours that it usually takes.</summary>
internal sealed record PartOfDay(string Timex, TimeSpan Start, TimeSpan End)
{
    private static readonly TimeSpan DayEnd = new(23, 59, 59);

    public string? Modifier { get; init; }

    public bool IsAfternoon => Timex is "TAF" or "TEV" or "TNI" or "TMED";

    public bool IsNight => Timex is "TNI" or "TEV";

    public static PartOfDay Of(string timex) => timex switch
    {
        "TDA" => Between(timex, 4, 8),
        "TMO" => Between(timex, 8, 12),
        "TAF" => Between(timex, 12, 16),
        "TEV" => Between(timex, 16, 20),
        "TNI" => new(timex, TimeSpan.FromHours(20), DayEnd),
        "TDT" => Between(timex, 8, 18),
        "TMEB" => Between(timex, 8, 12),
        "TMEL" => Between(timex, 11, 13),
        "TMED" => Between(timex, 16, 20),
        _ => throw new InvalidDataException($"There is no part of the day named {timex}."),
    };

    /// <summary>Its first or its second half.</summary>
    public PartOfDay At(string edge)
    {
        TimeSpan middle = Start + ((End - Start) / 2);
        return edge switch
        {
            "start" => this with { End = middle, Modifier = edge },
            "end" => this with { Start = middle, Modifier = edge },
            _ => this with { Modifier = edge },
        };
    }

    private static PartOfDay Between(string timex, int start, int end) => new(timex, TimeSpan.FromHours(start), TimeSpan.FromHours(end));
}
