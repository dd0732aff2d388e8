namespace Spark.Runtime.Configuration;

/// <summary>What became of a change.</summary>
/// <param name="Edition">The new edition; null when nothing was changed.</param>
/// <param name="Problems">What is wrong with it, all at once.</param>
public sealed record ChangeOutcome(long? Edition, IReadOnlyList<SettingProblem> Problems)
{
    /// <summary>True when somebody else has changed it since.</summary>
    public bool IsOutdated => Edition is null && Problems.Count == 0;

    public static ChangeOutcome Refused(IReadOnlyList<SettingProblem> problems) => new(null, problems);
}
