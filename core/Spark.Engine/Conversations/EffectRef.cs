using System.Globalization;

namespace Spark.Engine.Conversations;

/// <summary>Names an effect within its conversation: the turn that caused it and its place there. Never random, so that a replay gives the same.</summary>
/// <param name="Sequence">The sequence of the turn.</param>
/// <param name="Index">The place among the turn's effects, from 0.</param>
public readonly record struct EffectRef(long Sequence, int Index)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}.{Index}");
}
