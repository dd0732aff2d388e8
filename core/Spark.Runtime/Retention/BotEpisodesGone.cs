namespace Spark.Runtime.Retention;

/// <summary>Episodes of a bot, and the events in them.</summary>
/// <param name="Episodes">How many episodes.</param>
/// <param name="Events">How many events.</param>
public sealed record BotEpisodesGone(int Episodes, int Events);
