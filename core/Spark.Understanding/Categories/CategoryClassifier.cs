using Spark.Understanding.Intents;

namespace Spark.Understanding.Categories;

/// <summary>
/// Proposes the category of a ticket, from the names of the categories and a few examples of each. Immutable, safe on any thread.
/// </summary>
public sealed class CategoryClassifier
{
    private static readonly char[] LevelSigns = ['>', '/', '|', '\\', ':'];

    private readonly IntentClassifier? _classifier;

    private CategoryClassifier(IntentClassifier? classifier) => _classifier = classifier;

    /// <summary>Trains on the categories; with none of them it proposes nothing.</summary>
    public static CategoryClassifier Build(IReadOnlyList<Category> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        TrainingExample[] examples = [.. categories.SelectMany(Examples)];
        return new(examples.Length == 0 ? null : IntentClassifier.Train(examples, ClassifierSettings.Default));
    }

    /// <summary>The likeliest categories by id, the best first, at most three; empty when nothing in the text is known.</summary>
    /// <param name="text">What the ticket says.</param>
    public IReadOnlyList<RankedIntent> Propose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _classifier?.Classify(text)?.Intents ?? [];
    }

    /// <summary>The likeliest categories with how sure the best one is; null when nothing in the text is known.</summary>
    /// <param name="text">What the ticket says.</param>
    public Classification? Classify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _classifier?.Classify(text);
    }

    // The last level of a name says most, and the whole tells apart what two branches share.
    private static IEnumerable<TrainingExample> Examples(Category category)
    {
        string[] levels = category.Name.Split(LevelSigns, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> names = levels.Length > 1 ? [category.Name, levels[^1]] : [category.Name];
        return names.Concat(category.Examples)
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(text => new TrainingExample(text, category.Id));
    }
}
