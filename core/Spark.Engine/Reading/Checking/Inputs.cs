namespace Spark.Engine.Reading.Checking;

/// <summary>The inputs that a step gives.</summary>
internal static class Inputs
{
    /// <summary>Inputs that are given under a misspelt name: that they are missing would be the same mistake told twice.</summary>
    /// <param name="given">The names that are given.</param>
    /// <param name="wanted">The names that there are.</param>
    public static HashSet<string> Misspelt(IReadOnlySet<string> given, IReadOnlyList<string> wanted) => given
        .Where(name => !wanted.Contains(name, StringComparer.Ordinal))
        .Select(name => NearestName.Find(name, wanted.Where(input => !given.Contains(input))))
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);
}
