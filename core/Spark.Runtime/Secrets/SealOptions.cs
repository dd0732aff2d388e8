namespace Spark.Runtime.Secrets;

/// <summary>How what people say in confidence is kept.</summary>
public sealed class SealOptions
{
    /// <summary>The section of the host's configuration.</summary>
    public const string SectionName = "Seal";

    /// <summary>The least bytes of a key.</summary>
    public const int LeastBytes = 32;

    /// <summary>
    /// The key, as Base64 of at least 32 bytes; the same on all nodes, and never in the database. Of several, separated by commas, the first
    /// seals and all open. Without one a node makes its own, and forgets with it what it sealed: such values are asked for again after a
    /// restart.
    /// </summary>
    public string? Key { get; set; }

    internal static string[] Split(string keys) => keys.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
