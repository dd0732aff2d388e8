using Spark.Expressions;

namespace Spark.Engine.Reading.Files;

/// <summary>What leads to a dialog.</summary>
/// <param name="Intents">The intents.</param>
/// <param name="Contexts">The contexts that must be active.</param>
/// <param name="When">What must hold; null for nothing.</param>
internal sealed record Trigger(IReadOnlyList<string> Intents, IReadOnlyList<string> Contexts, Expression? When)
{
    public static readonly Trigger None = new([], [], null);
}
