using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A button under a message: goes to a dialog, sets variables, or is a link.</summary>
public sealed record Button
{
    /// <summary>The author's id of the button.</summary>
    public required string Id { get; init; }

    /// <summary>What the person reads.</summary>
    public required Text Title { get; init; }

    /// <summary>The dialog that a press goes to; null for a link, and for a button that only sets.</summary>
    public string? Goto { get; init; }

    /// <summary>The variables that a press sets before it goes on.</summary>
    public IReadOnlyList<Assignment> Set { get; init; } = [];

    /// <summary>Where a link leads; null for a button.</summary>
    public TextTemplate? Link { get; init; }
}
