namespace Spark.Engine.Definitions;

/// <summary>Ends the action dialog.</summary>
public sealed record FinishDeed : Deed
{
    /// <summary>The outcome's name.</summary>
    public required string Outcome { get; init; }
}
