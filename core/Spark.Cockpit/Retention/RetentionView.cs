namespace Spark.Cockpit.Retention;

/// <summary>What is kept how long.</summary>
/// <param name="Days">How many days events are kept where no bot says otherwise.</param>
/// <param name="SeenDays">How many days repetitions are known.</param>
/// <param name="Most">Counts go no further.</param>
/// <param name="Bots">The bots.</param>
internal sealed record RetentionView(double Days, double SeenDays, int Most, IReadOnlyList<RetentionLine> Bots);
