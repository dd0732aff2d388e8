namespace Spark.Runtime.Turns;

/// <summary>A key by which a repeated event is known, unique within its conversation and source.</summary>
/// <param name="Source">Who gave the key: a channel instance, or <see cref="Effects"/>.</param>
/// <param name="Key">The key.</param>
public readonly record struct SeenKey(string Source, string Key)
{
    /// <summary>The source of results of our own effects. No channel instance can be named so.</summary>
    public const string Effects = "effect:";

    /// <summary>What the source of a desk's reports begins with, before its connection's name.</summary>
    public const string Desks = "desk:";

    internal static IReadOnlyList<SeenKey> Of(string source, IReadOnlyList<string> keys)
    {
        var seen = new SeenKey[keys.Count];
        for (var i = 0; i < seen.Length; i++)
        {
            seen[i] = new(source, keys[i]);
        }

        return seen;
    }
}
