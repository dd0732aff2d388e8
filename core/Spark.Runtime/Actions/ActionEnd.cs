using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Messages;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Actions;

/// <summary>How an action has ended.</summary>
/// <param name="Status">The state of its effect: a time-out leaves open whether it acted.</param>
/// <param name="Result">What the step's expressions see as <c>result</c>.</param>
/// <param name="Output">The output.</param>
/// <param name="Reason">Why.</param>
internal sealed record ActionEnd(OutboxStatus Status, string Result, Value Output, string? Reason)
{
    /// <summary>True when the step's further tries are not to be made.</summary>
    public bool IsFinal { get; init; } = true;

    /// <summary>What was said to the outside; null for nothing.</summary>
    public IReadOnlyList<Exchange>? Exchanges { get; init; }

    /// <summary>Events for the program on the far side of the channel.</summary>
    public IReadOnlyList<EventPart> Events { get; init; } = [];

    /// <summary>How long the far side asks to be left alone before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
