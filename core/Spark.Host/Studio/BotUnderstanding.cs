using Spark.Cockpit.Studio.Intents;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Plugins;
using Spark.Understanding.Intents;
using Spark.Understanding.Intents.Evaluation;

namespace Spark.Host.Studio;

/// <summary>What the examples of a draft make a bot understand, by the classifier that answers people.</summary>
internal sealed class BotUnderstanding(PluginHost plugins) : IBotUnderstanding
{
    private const int MostIntents = 5;
    private const int MostParts = 12;
    private const int Folds = 5;

    public StudioVerdict? Try(BotSource source, string language, string text)
    {
        if (Read(source)?.Intents is not IntentMatcher matcher || !matcher.Models.TryGetValue(language, out var model))
        {
            return null;
        }

        return model.Classify(text) is not { } found
            ? new(false, 0, model.Threshold, [], [])
            : new(
                found.Confidence >= model.Threshold,
                found.Confidence,
                model.Threshold,
                [.. found.Intents.Take(MostIntents).Select(intent => new StudioWeight(intent.Intent, intent.Probability))],
                [.. model.Explain(text).Take(MostParts).Select(part => new StudioWeight(part.Part, part.Weight))]);
    }

    public StudioOverlaps? Judge(BotSource source, string language, CancellationToken cancellationToken)
    {
        if (Read(source) is not { } bot || Examples(bot, language) is not { } examples)
        {
            return null;
        }

        var report = IntentEvaluation.Run(examples, ClassifierSettings.Default, Folds, cancellationToken);
        return new(
            report.Examples,
            report.Accuracy,
            [.. report.Misplaced.Select(one => new StudioOverlap(one.Text, one.Intent, one.Suggested, one.Probability, one.Nearest))],
            [.. report.Weakest.Select(one => new StudioOverlap(one.Text, one.Intent, null, one.Probability, null))]);
    }

    private Bot? Read(BotSource source) => BotReader.Read(source, plugins.Catalog.Offers).Bot;

    private static IReadOnlyList<TrainingExample>? Examples(Bot bot, string language)
    {
        var sentences = LanguageModels.Sentences(bot.Examples.Where(group => string.Equals(group.Language, language, StringComparison.OrdinalIgnoreCase)), Vocabulary.Of(bot.Vocabularies, language));
        return sentences.Select(example => example.Intent).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1 ? sentences : null;
    }
}
