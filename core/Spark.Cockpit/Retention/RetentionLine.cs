using Spark.Runtime.Retention;

namespace Spark.Cockpit.Retention;

/// <summary>A bot, how long is kept what was said with it, and what goes next.</summary>
/// <param name="Bot">The bot.</param>
/// <param name="Days">How many days it is kept after it ended.</param>
/// <param name="IsOwn">True when that was set for this bot; false when it is as for all.</param>
/// <param name="Day">What will have gone in a day.</param>
/// <param name="Week">What will have gone in a week.</param>
internal sealed record RetentionLine(string Bot, double Days, bool IsOwn, BotEpisodesGone Day, BotEpisodesGone Week)
{
    public static RetentionLine Of(BotForecast forecast) => new(forecast.Bot, forecast.Kept.TotalDays, forecast.IsOwn, forecast.Day, forecast.Week);
}
