namespace Spark.Messages;

/// <summary>One item of a carousel or a list.</summary>
public sealed record Item
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What stands below the title; null for nothing.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Its picture; null for none.</summary>
    public Uri? Image { get; init; }

    /// <summary>Where the item itself leads; null for nowhere.</summary>
    public Uri? Link { get; init; }

    /// <summary>Its own choices, in the order in which they are shown.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];
}
