using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Spark.Understanding.Values;

/// <summary>
/// The regular expressions that a bot designer writes. They run in linear time where .NET can, bounded by the length of
/// the value alone, and within <see cref="TimeLimit"/> where they look around or refer back.
/// </summary>
public static class ValuePattern
{
    /// <summary>How long one match of a pattern that looks around or refers back may take; one that needs longer does not match.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(100);

    private const int MostKept = 256;

    private static readonly ConcurrentDictionary<string, Regex?> Compiled = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a pattern, in a sentence for its author; null when it can be used.</summary>
    public static string? FindProblem(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        try
        {
            _ = Build(pattern);
            return null;
        }
        catch (ArgumentException mistake)
        {
            return $"The pattern is not a regular expression: {mistake.Message}";
        }
    }

    /// <summary>True for a pattern that runs in linear time; one that looks around or refers back does not.</summary>
    public static bool IsLinear(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Build(pattern).Options.HasFlag(RegexOptions.NonBacktracking);
    }

    /// <summary>Whether the pattern matches the whole value; a pattern with a problem matches nothing.</summary>
    internal static bool Matches(string pattern, string value)
    {
        try
        {
            return Find(pattern)?.IsMatch(value) ?? false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex? Find(string pattern)
    {
        if (Compiled.TryGetValue(pattern, out Regex? known))
        {
            return known;
        }

        // Patterns come from bots, of which there are few; the limit only guards against a host that loads bots all day.
        if (Compiled.Count >= MostKept)
        {
            Compiled.Clear();
        }

        return Compiled.GetOrAdd(pattern, FindProblem(pattern) is null ? Build(pattern) : null);
    }

    private static Regex Build(string pattern)
    {
        // The pattern must be sound by itself: "a)(b" is not, though it is once it stands in a group.
        _ = new Regex(pattern, RegexOptions.CultureInvariant, TimeLimit);
        string whole = $@"\A(?:{pattern})\z";
        try
        {
            // No clock: it would refuse a person's good answer on a machine that stands still for a moment.
            return new Regex(whole, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(whole, RegexOptions.CultureInvariant, TimeLimit);
        }
    }
}
