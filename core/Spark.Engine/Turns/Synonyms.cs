namespace Spark.Engine.Turns;

/// <summary>Other words for the same, as authors and translators write them: separated by commas.</summary>
internal static class Synonyms
{
    public static IEnumerable<string> Split(string words) => words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
