namespace Spark.Expressions.Formatting;

/// <summary>The distances of grouping separators.</summary>
internal static class Grouping
{
    /// <summary>The one distance that all positions are multiples of, none left out; otherwise 0.</summary>
    public static int Regular(IReadOnlyList<int> positions)
    {
        var factor = positions.Aggregate(0, GreatestCommonDivisor);
        if (factor == 0)
        {
            return 0;
        }

        for (var index = 1; index <= positions.Count; index++)
        {
            if (!positions.Contains(index * factor))
            {
                return 0;
            }
        }

        return factor;
    }

    private static int GreatestCommonDivisor(int first, int second) => second == 0 ? first : GreatestCommonDivisor(second, first % second);
}
