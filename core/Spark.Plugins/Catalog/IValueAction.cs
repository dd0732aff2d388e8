using Spark.Actions;
using Spark.Expressions;

namespace Spark.Plugins.Catalog;

/// <summary>An action as the runtime speaks to it: values in and out.</summary>
internal interface IValueAction
{
    ValueTask<ActionResult<Value>> ExecuteAsync(Value input, ActionContext context, CancellationToken cancellationToken);

    /// <summary>The plugin's own object, for disposal.</summary>
    object Target { get; }

    /// <summary>True when a second call for the same effect does no harm.</summary>
    bool IsRepeatable(Value input, ActionContext context);
}
