using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>An item of a carousel or a list.</summary>
public sealed record ItemDefinition
{
    /// <summary>The author's id of the item.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required Text Title { get; init; }

    /// <summary>What stands below the title; null for nothing.</summary>
    public Text? Subtitle { get; init; }

    /// <summary>Its picture; null for none.</summary>
    public TextTemplate? Image { get; init; }

    /// <summary>Where the item itself leads; null for nowhere.</summary>
    public TextTemplate? Link { get; init; }

    /// <summary>Its buttons; their ids begin with the item's.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}
