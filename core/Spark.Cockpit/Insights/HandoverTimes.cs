namespace Spark.Cockpit.Insights;

/// <summary>How long hand-overs took, in seconds. A time that nothing tells is null.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="MedianWait">In the queue until an agent came: half waited no longer.</param>
/// <param name="LongWait">Nine of ten waited no longer.</param>
/// <param name="MedianHeld">From the agent's coming to the bot's having it again: half took no longer.</param>
internal sealed record HandoverTimes(int Count, double? MedianWait, double? LongWait, double? MedianHeld);
