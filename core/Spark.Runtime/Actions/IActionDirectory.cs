using Spark.Actions;
using Spark.Expressions;

namespace Spark.Runtime.Actions;

/// <summary>The actions that plugins offer, under supervision.</summary>
public interface IActionDirectory
{
    /// <summary>
    /// Executes an action. One that is not installed or throws gives the result <c>failed</c> with a reason, one that is too late
    /// <c>timeout</c>.
    /// </summary>
    ValueTask<ActionResult<Value>> ExecuteAsync(
        string action, Value input, ActionContext context, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>True when a second call of an action for the same effect does no harm; false also for one that is not installed.</summary>
    bool IsRepeatable(string action, Value input, ActionContext context);
}
