namespace Spark.Understanding.Entities.Moments;

/// <summary>What a moment is; its name in small letters is the end of the entity's type.</summary>
internal enum MomentKind
{
    Date,
    Time,
    DateTime,
    DateRange,
    TimeRange,
    DateTimeRange,
    Duration,
    Set,
}
