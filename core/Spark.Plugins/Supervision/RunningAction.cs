using Spark.Actions;
using Spark.Expressions;
using Spark.Plugins.Catalog;
using Spark.Plugins.Instances;
using Spark.Runtime.Exchanges;

namespace Spark.Plugins.Supervision;

/// <summary>An action: whatever its plugin does, it ends in a result.</summary>
internal sealed class RunningAction(PluginInstance<IValueAction> action, PluginSupervisor supervisor)
{
    /// <summary>The result of an action that is too late.</summary>
    private const string Timeout = "timeout";

    public PluginInstance<IValueAction> Plugin => action;

    public bool IsRepeatable(Value input, ActionContext context) =>
        action.Made is { } made && supervisor.Compute(action.Site, "IsRepeatable", () => made.IsRepeatable(input, context)) is { HasValue: true, Value: true };

    public async ValueTask<ActionResult<Value>> ExecuteAsync(
        Value input, ActionContext context, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (action.Made is not { } made)
        {
            return ActionResult.Failed<Value>("The plugin is not running.");
        }

        ExchangeLog.Current?.Hide(action.Site.Secrets);
        var call = await supervisor.CallAsync(
            action.Site, "ExecuteAsync", token => made.ExecuteAsync(input, context, token), timeout, cancellationToken);
        action.State.Learn(call.End, call.Reason);
        return call.End switch
        {
            CallEnd.Returned => call.Value!,
            CallEnd.TooLate => new() { Result = Timeout, Reason = call.Reason, IsFinal = !IsRepeatable(input, context) },
            CallEnd.NotReady => ActionResult.Failed<Value>(call.Reason!),
            CallEnd.CredentialsRejected => ActionResult.Failed<Value>(call.Reason!) with { IsFinal = true },

            // What it had done before it threw cannot be told.
            _ => ActionResult.Failed<Value>(call.Reason!) with { IsFinal = !IsRepeatable(input, context) },
        };
    }
}
