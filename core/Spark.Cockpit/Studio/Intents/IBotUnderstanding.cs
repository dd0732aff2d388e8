using Spark.Engine.Reading;

namespace Spark.Cockpit.Studio.Intents;

/// <summary>What the examples of files that nobody has published make a bot understand. The host gives it, because it knows the installed plugins.</summary>
public interface IBotUnderstanding
{
    /// <summary>What a text would be taken for.</summary>
    /// <returns>Null when the bot has errors, or fewer than two intents in that language.</returns>
    StudioVerdict? Try(BotSource source, string language, string text);

    /// <summary>How well the examples of a language hold together.</summary>
    /// <returns>Null when the bot has errors, or fewer than two intents in that language.</returns>
    StudioOverlaps? Judge(BotSource source, string language, CancellationToken cancellationToken);
}
