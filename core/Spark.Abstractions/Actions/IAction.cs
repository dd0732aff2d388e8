namespace Spark.Actions;

/// <summary>An action of action dialogs: something that happens elsewhere and ends in a result.</summary>
/// <typeparam name="TInput">The step's fields.</typeparam>
/// <typeparam name="TOutput">What the step's expressions see.</typeparam>
public interface IAction<TInput, TOutput>
{
    /// <summary>
    /// Acts. The runtime calls it after the turn was committed, from any thread. One that was offered as repeatable may be called again
    /// after a crash, with the same <see cref="ActionContext.EffectId"/>. An exception becomes the result <c>failed</c>.
    /// </summary>
    /// <param name="input">The step's fields.</param>
    /// <param name="context">For whom, and under which key.</param>
    /// <param name="cancellationToken">Ends when the host stops or the step's time is over.</param>
    ValueTask<ActionResult<TOutput>> ExecuteAsync(TInput input, ActionContext context, CancellationToken cancellationToken);
}
