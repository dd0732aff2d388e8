using Spark.Runtime.Episodes;

namespace Spark.Storage;

/// <summary>What an operator looks for, as a range of words.</summary>
/// <param name="From">The first word that fits.</param>
/// <param name="Until">The first one after it that does not.</param>
internal sealed record Sought(string From, string Until)
{
    /// <summary>The range of a text; null when nothing is looked for.</summary>
    public static Sought? Of(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var (from, until) = SearchWords.Range(text);
        return new(from, until);
    }
}
