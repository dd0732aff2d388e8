using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Quantities;

/// <summary>What a text is about, as far as some of its words tell.</summary>
internal static class Topic
{
    public static bool Holds(PiecedText text, LanguageTable table, string category) =>
        Enumerable.Range(0, text.Count).Any(index => table.Longest(category, text, index) is not null);
}
