using Spark.Expressions;

namespace Spark.Engine.Conversations;

/// <summary>A result that came when nobody waited for it any more: what dialogs see as <c>sys.late</c>.</summary>
public sealed record LateResult
{
    /// <summary>The id of the action dialog that had begun it.</summary>
    public required string Action { get; init; }

    /// <summary>What the result was: <c>ok</c>, <c>failed</c>, <c>created</c>, …</summary>
    public required string Result { get; init; }

    /// <summary>Why, in a sentence for the operator.</summary>
    public string? Reason { get; init; }

    /// <summary>The action's output, or an object with the ticket; undefined when there is none, or when it is too large to be kept.</summary>
    public Value Output { get; init; }
}
