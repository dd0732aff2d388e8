namespace Spark.Understanding.Entities.Moments;

/// <summary>A part of a day: "tomorrow night".</summary>
internal sealed record DayPart(Day Day, PartOfDay Part);
