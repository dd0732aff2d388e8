namespace Spark.Actions;

/// <summary>Makes results of actions.</summary>
public static class ActionResult
{
    /// <summary>The result <c>ok</c>.</summary>
    /// <typeparam name="TOutput">The action's output.</typeparam>
    /// <param name="output">What the step's expressions see.</param>
    public static ActionResult<TOutput> Ok<TOutput>(TOutput output) => new() { Result = "ok", Output = output };

    /// <summary>A result of the action's own.</summary>
    /// <typeparam name="TOutput">The action's output.</typeparam>
    /// <param name="result">Its name, as expressions compare it.</param>
    /// <param name="output">What the step's expressions see.</param>
    public static ActionResult<TOutput> Of<TOutput>(string result, TOutput output) => new() { Result = result, Output = output };

    /// <summary>The result <c>failed</c>.</summary>
    /// <typeparam name="TOutput">The action's output.</typeparam>
    /// <param name="reason">Why, in a sentence for the operator, without personal data.</param>
    public static ActionResult<TOutput> Failed<TOutput>(string reason) => new() { Result = "failed", Reason = reason };
}
