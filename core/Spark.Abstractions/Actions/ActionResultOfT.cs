using Spark.Messages;

namespace Spark.Actions;

/// <summary>How an action ended.</summary>
/// <typeparam name="TOutput">The action's output.</typeparam>
public sealed record ActionResult<TOutput>
{
    /// <summary>The name that expressions of the step see as <c>result</c>: <c>ok</c>, <c>failed</c> or the action's own; the host adds <c>timeout</c> and <c>unknown</c>.</summary>
    public required string Result { get; init; }

    /// <summary>The output; its fields are names in the step's expressions.</summary>
    public TOutput? Output { get; init; }

    /// <summary>Why it failed, in a sentence for the operator.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// True when another try would come to the same, or might do it twice: the step's further <c>tries</c> are not made. Without it
    /// <c>failed</c>, <c>timeout</c> and <c>unknown</c> are tried again; any other result is an answer and never is.
    /// </summary>
    public bool IsFinal { get; init; }

    /// <summary>Events for the program on the far side of the conversation's channel, such as a web page; they leave with the step's end.</summary>
    public IReadOnlyList<EventPart> Events { get; init; } = [];

    /// <summary>How long the far side asks to be left alone before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
