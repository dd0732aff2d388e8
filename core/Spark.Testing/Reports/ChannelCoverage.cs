namespace Spark.Testing.Reports;

/// <summary>What was played on a channel.</summary>
/// <param name="Channel">The id of the channel's plugin.</param>
/// <param name="Tests">How many tests.</param>
/// <param name="Steps">How many different steps they passed.</param>
internal sealed record ChannelCoverage(string Channel, int Tests, int Steps);
