using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>Branches within an action dialog.</summary>
public sealed record WhenDeed : Deed
{
    /// <summary>The condition.</summary>
    public required Expression Condition { get; init; }

    /// <summary>The deed that follows when it holds; an outcome in its place is a <see cref="FinishDeed"/>.</summary>
    public required int Then { get; init; }

    /// <summary>The deed that follows when it does not; null for the next.</summary>
    public int? Otherwise { get; init; }
}
