using Spark.Actions;

namespace Spark.UnderTest.Throwing;

internal sealed class ThrowingAction : IAction<PlainSettings, PlainSettings>
{
    public ValueTask<ActionResult<PlainSettings>> ExecuteAsync(PlainSettings input, ActionContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The action is on fire.");
}
