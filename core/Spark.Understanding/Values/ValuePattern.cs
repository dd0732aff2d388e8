namespace Spark.Understanding.Values;

/// <summary>The regular expressions that a bot designer writes.</summary>
public static class ValuePattern
{
    /// <summary>What is wrong with a pattern, in a sentence for its author; null when it can be used.</summary>
    public static string? FindProblem(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return null;
    }
}
