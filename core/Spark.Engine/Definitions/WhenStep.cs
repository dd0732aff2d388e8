using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>Branches.</summary>
public sealed record WhenStep : Step
{
    /// <summary>The condition, read as JSONata's <c>$boolean</c>.</summary>
    public required Expression Condition { get; init; }

    /// <summary>Where it goes when the condition holds.</summary>
    public required Target Then { get; init; }

    /// <summary>Where it goes when it does not; null for the next step.</summary>
    public Target? Otherwise { get; init; }
}
