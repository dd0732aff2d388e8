namespace Spark.Runtime.Retention;

/// <summary>How long a bot's conversations are kept, and what goes next.</summary>
/// <param name="Bot">The bot.</param>
/// <param name="Kept">How long what was said is kept after it ended.</param>
/// <param name="IsOwn">True when that was set for this bot; false when it is as for all.</param>
/// <param name="Day">What will have gone in a day.</param>
/// <param name="Week">What will have gone in a week.</param>
public sealed record BotForecast(string Bot, TimeSpan Kept, bool IsOwn, BotEpisodesGone Day, BotEpisodesGone Week);
