using Spark.Actions;
using Spark.Expressions;
using Spark.Offload;
using Spark.Runtime.Actions;
using Spark.Runtime.Offload;

namespace Spark.Testing.Hosts;

/// <summary>The directories of a host in memory: its effects are done by the test, so the runtime's own way to them is never gone.</summary>
internal sealed class NoOutside : IActionDirectory, IOffloadDirectory
{
    public ValueTask<ActionResult<Value>> ExecuteAsync(
        string action, Value input, ActionContext context, TimeSpan timeout, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Actions of a test are executed by its host.");

    public bool IsRepeatable(string action, Value input, ActionContext context) => true;

    public ValueTask<OffloadDecision> OpenAsync(string connection, OffloadRequest request, TimeSpan timeout, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Connections of a test are asked by its host.");

    public IRunningDesk? FindDesk(string connection) => null;
}
