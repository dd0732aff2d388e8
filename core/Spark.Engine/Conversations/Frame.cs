using System.Collections.Immutable;
using Spark.Expressions;

namespace Spark.Engine.Conversations;

/// <summary>A dialog or an action dialog under way: an entry of the stack.</summary>
public sealed record Frame
{
    /// <summary>The id of the dialog or action dialog.</summary>
    public required string Id { get; init; }

    /// <summary>True for an action dialog.</summary>
    public bool IsAction { get; init; }

    /// <summary>The index of the step or deed at which it stands.</summary>
    public required int Step { get; init; }

    /// <summary>The index of the visitor's step that takes the results of this dialog; null when nobody does.</summary>
    public int? From { get; init; }

    /// <summary>Answers heard at this step that did not fit; an interruption does not forget them.</summary>
    public int Misses { get; init; }

    /// <summary>What only this frame sees: inputs of an action dialog, inputs and results of a dialog, variables of scope <c>dialog</c>.</summary>
    public ImmutableSortedDictionary<string, Value> Locals { get; init; } = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);
}
