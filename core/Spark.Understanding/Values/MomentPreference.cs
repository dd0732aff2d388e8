namespace Spark.Understanding.Values;

/// <summary>Which moment is meant where several would fit: "on Friday", "the 5th", "at three".</summary>
public enum MomentPreference
{
    /// <summary>The next one, today included.</summary>
    Future,

    /// <summary>The latest one, today included.</summary>
    Past,
}
