using Spark.Expressions;
using Spark.Messages;

namespace Spark.Engine.Conversations;

/// <summary>An action of a plugin has ended.</summary>
public sealed record ActionEnded : EffectEnded
{
    /// <summary>What the step's expressions see as <c>result</c>: <c>ok</c>, <c>failed</c>, <c>timeout</c>, <c>unknown</c> (whether it acted cannot be told) or the action's own.</summary>
    public required string Result { get; init; }

    /// <summary>True when another try would come to the same, or might do it twice: the step's further tries are not made.</summary>
    public bool IsFinal { get; init; }

    /// <summary>How long the far side asks to be left alone before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Events for the program on the far side of the channel; null for none.</summary>
    public IReadOnlyList<MessagePart>? Events { get; init; }

    /// <summary>The output: an object, or undefined.</summary>
    public Value Output { get; init; }
}
