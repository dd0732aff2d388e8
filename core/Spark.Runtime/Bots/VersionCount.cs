namespace Spark.Runtime.Bots;

/// <summary>How many open episodes are pinned to a version.</summary>
/// <param name="Bot">The bot's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Open">The number of open episodes.</param>
public sealed record VersionCount(string Bot, string Version, long Open);
