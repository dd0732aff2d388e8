using Spark.Engine.Definitions;
using Spark.Host.Bots;
using Spark.Host.Hosting;
using Spark.Understanding.Intents;

namespace Spark.Host.Understanding;

/// <summary>Where the examples for a command come from: the folder of a bot, or a table.</summary>
internal static class ExampleSource
{
    private const string DefaultLanguage = "en";

    /// <summary>The examples of one language.</summary>
    /// <exception cref="InvalidDataException">There are none; the message says what to do.</exception>
    public static async Task<ExampleSet> ReadAsync(
        string path, string? language, string? plugins, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            var rows = path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
                ? RasaExamples.Read(await File.ReadAllTextAsync(path, cancellationToken), path)
                : ExampleTable.Read(path);
            return new(language ?? DefaultLanguage, rows, Bot: null);
        }

        var bot = await BotAsync(path, plugins, cancellationToken);
        var chosen = language ?? bot.Examples.Select(group => group.Language).FirstOrDefault() ?? DefaultLanguage;
        var sentences = LanguageModels.Sentences(
            bot.Examples.Where(group => string.Equals(group.Language, chosen, StringComparison.OrdinalIgnoreCase)), Vocabulary.Of(bot.Vocabularies, chosen));
        return sentences.Count > 0
            ? new(chosen, sentences, bot)
            : throw new InvalidDataException($"The bot in {path} has no examples in '{chosen}'. Name one of its languages with --language.");
    }

    /// <summary>A bot, read and checked.</summary>
    /// <exception cref="InvalidDataException">There is none, or several, or it has errors.</exception>
    public static async Task<Bot> BotAsync(string path, string? plugins, CancellationToken cancellationToken)
    {
        var offers = await InstalledPlugins.OffersAsync(plugins ?? SparkPaths.DefaultPlugins(), cancellationToken);
        var readings = await BotFolders.ReadAsync(path, offers, cancellationToken);
        if (readings is not [var reading])
        {
            throw new InvalidDataException($"SPK12001: '{path}' holds {readings.Count} bots; name the folder of one, with its bot.yaml, or a CSV file.");
        }

        return reading.Result.Bot
            ?? throw new InvalidDataException($"The bot in {path} has errors; 'spark check {path}' tells them.");
    }
}
