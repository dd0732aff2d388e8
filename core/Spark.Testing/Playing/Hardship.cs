namespace Spark.Testing.Playing;

/// <summary>What a test makes hard for the host. Nothing of it may change what is said.</summary>
internal sealed record Hardship
{
    /// <summary>True when every event is delivered twice.</summary>
    public bool Doubles { get; init; }

    /// <summary>True when no message gets through with its first attempt.</summary>
    public bool RefusesFirst { get; init; }

    /// <summary>The write behind which the host is killed, from 1; 0 for never.</summary>
    public int KillAfter { get; init; }

    /// <summary>None.</summary>
    public static Hardship None { get; } = new();

    /// <summary>What it is, for people.</summary>
    public override string ToString() => this switch
    {
        { Doubles: true } => "with every event delivered twice",
        { RefusesFirst: true } => "with every message refused once",
        { KillAfter: > 0 } => FormattableString.Invariant($"with the host killed behind write {KillAfter}"),
        _ => "as it is",
    };
}
