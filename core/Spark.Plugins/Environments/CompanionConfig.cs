namespace Spark.Plugins.Environments;

/// <summary>A program that the demo starts beside the host.</summary>
public sealed record CompanionConfig
{
    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The program.</summary>
    public required string Program { get; init; }

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Where it answers.</summary>
    public required Uri Url { get; init; }
}
