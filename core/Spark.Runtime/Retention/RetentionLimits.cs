namespace Spark.Runtime.Retention;

/// <summary>What is older goes.</summary>
/// <param name="Events">Events, with the effects that ended, the answers given, the attempts to open tickets and the files of conversations.</param>
/// <param name="Seen">Keys of events: at least 48 hours back, longer than any channel repeats.</param>
public sealed record RetentionLimits(DateTimeOffset Events, DateTimeOffset Seen)
{
    /// <summary>What was kept until a time before this one goes, whenever it was written.</summary>
    public DateTimeOffset Now { get; init; }
}
