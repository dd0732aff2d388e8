namespace Spark.Engine.Definitions;

/// <summary>Sends a message.</summary>
public sealed record SayStep : Step
{
    /// <summary>What is said.</summary>
    public required Text Text { get; init; }

    /// <summary>Buttons below it.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}
