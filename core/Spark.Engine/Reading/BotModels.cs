using Spark.Engine.Definitions;
using Spark.Understanding.Intents;

namespace Spark.Engine.Reading;

/// <summary>Takes trained classifiers out of compiled bots, and in again before a bot is compiled: then it is not trained.</summary>
public static class BotModels
{
    /// <summary>The keys of a bot's classifiers; a version that is compiled again has the same.</summary>
    /// <param name="bot">The bot.</param>
    public static IReadOnlyList<string> KeysOf(Bot bot) => [.. Models(bot).Select(model => model.Key)];

    /// <summary>A bot's classifiers.</summary>
    /// <param name="bot">The bot.</param>
    public static IReadOnlyList<BotModel> Of(Bot bot) => [.. Models(bot).Select(model => new BotModel(model.Key, model.Classifier.Write()))];

    /// <summary>Has the next bot with these examples compiled with these classifiers. One that this Spark cannot read is passed over.</summary>
    /// <param name="models">The classifiers.</param>
    public static void Remember(IEnumerable<BotModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        foreach (var model in models)
        {
            ClassifierCache.Shared.Remember(model.Key, model.Bytes);
        }
    }

    private static IEnumerable<LanguageModel> Models(Bot bot)
    {
        ArgumentNullException.ThrowIfNull(bot);
        return bot.Intents is IntentMatcher matcher ? matcher.Models.Values : [];
    }
}
