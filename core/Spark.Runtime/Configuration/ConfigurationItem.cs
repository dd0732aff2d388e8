namespace Spark.Runtime.Configuration;

/// <summary>One thing that an administrator has set.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name among those of its kind.</param>
/// <param name="Data">What it holds, as JSON; no secrets.</param>
public sealed record ConfigurationItem(ConfigurationKind Kind, string Name, byte[] Data)
{
    /// <summary>Rises with each change, from 1.</summary>
    public long Edition { get; init; }

    /// <summary>When it was changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Its secrets, under a seal; null for none.</summary>
    public byte[]? Sealed { get; init; }

    /// <summary>The key that the seal was made with.</summary>
    public string? KeyId { get; init; }
}
