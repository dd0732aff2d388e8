namespace Spark.Expressions.Values;

/// <summary>How deeply values may be nested, wherever something walks them.</summary>
internal static class Nesting
{
    public const int Limit = 500;

    public static void Check(int depth)
    {
        if (depth > Limit)
        {
            throw Failure.New("U1005", $"The value is nested more deeply than {Limit} levels");
        }
    }
}
