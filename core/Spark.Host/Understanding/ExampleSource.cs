using Spark.Host.Bots;
using Spark.Host.Hosting;
using Spark.Understanding.Intents;

namespace Spark.Host.Understanding;

/// <summary>Where the examples for a command come from: the folder of a bot, or a table.</summary>
internal static class ExampleSource
{
    /// <summary>The examples of one language.</summary>
    /// <exception cref="InvalidDataException">There are none; the message says what to do.</exception>
    public static async Task<IReadOnlyList<TrainingExample>> ReadAsync(
        string path, string? language, string? plugins, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            return path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
                ? RasaExamples.Read(await File.ReadAllTextAsync(path, cancellationToken), path)
                : ExampleTable.Read(path);
        }

        var groups = await GroupsAsync(path, plugins, cancellationToken);
        var chosen = language ?? groups.Select(group => group.Language).FirstOrDefault();
        var sentences = LanguageModels.Sentences(groups.Where(group => string.Equals(group.Language, chosen, StringComparison.OrdinalIgnoreCase)));
        return sentences.Count > 0
            ? sentences
            : throw new InvalidDataException($"The bot in {path} has no examples in '{chosen}'. Name one of its languages with --language.");
    }

    /// <summary>The examples of a bot, as they are written.</summary>
    public static async Task<IReadOnlyList<IntentExamples>> GroupsAsync(string path, string? plugins, CancellationToken cancellationToken)
    {
        var offers = await InstalledPlugins.OffersAsync(plugins ?? SparkPaths.DefaultPlugins(), cancellationToken);
        var readings = await BotFolders.ReadAsync(path, offers, cancellationToken);
        if (readings is not [var reading])
        {
            throw new InvalidDataException($"SPK12001: '{path}' holds {readings.Count} bots; name the folder of one, with its bot.yaml, or a CSV file.");
        }

        return reading.Result.Bot?.Examples
            ?? throw new InvalidDataException($"The bot in {path} has errors; 'spark check {path}' tells them.");
    }
}
