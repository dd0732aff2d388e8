using Spark.Understanding.Intents;

namespace Spark.Engine.Turns;

/// <summary>Other words for the same, as authors and translators write them: separated by commas.</summary>
internal static class Synonyms
{
    /// <summary>What a bot takes for one word with any of these, in whatever language.</summary>
    public static IEnumerable<string> Of(IReadOnlyDictionary<string, Vocabulary> vocabularies, IReadOnlyCollection<string> names) =>
        vocabularies.Values.SelectMany(vocabulary => names.SelectMany(vocabulary.SynonymsOf));

    public static IEnumerable<string> Split(string words) => words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
