namespace Spark.Channels;

/// <summary>What people read about an app. Since contract 1.2.</summary>
public sealed record AppPackageOrder
{
    /// <summary>The app's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Its version, such as <c>1.0.0</c>: to be raised with each upload.</summary>
    public required string Version { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Developer { get; init; }

    /// <summary>The developer's web site; pages on privacy and terms of use are looked for below it.</summary>
    public required Uri Website { get; init; }
}
