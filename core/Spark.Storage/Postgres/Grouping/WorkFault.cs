namespace Spark.Storage.Postgres.Grouping;

/// <summary>Why a group's work was not done, or may not have been.</summary>
/// <param name="Exception">What was thrown.</param>
/// <param name="ServerProcess">The database's process that had the work; null when it never left.</param>
internal sealed record WorkFault(Exception Exception, int? ServerProcess)
{
    /// <summary>True when the connection broke, so that the work may have been done without a word.</summary>
    public bool IsInDoubt => ServerProcess is not null && PostgresFaults.LeavesDoubt(Exception);
}
