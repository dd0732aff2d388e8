namespace Spark.Runtime.Bots;

/// <summary>A version of a bot whose actions do not fit what is installed.</summary>
/// <param name="Bot">The bot.</param>
/// <param name="Version">The version.</param>
/// <param name="IsLive">True when it answers new conversations.</param>
/// <param name="Open">How many open conversations stand on it.</param>
/// <param name="Misfits">What does not fit, a sentence each.</param>
public sealed record StandingMisfit(string Bot, string Version, bool IsLive, long Open, IReadOnlyList<string> Misfits);
