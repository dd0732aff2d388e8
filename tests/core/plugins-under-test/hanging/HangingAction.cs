using Spark.Actions;

namespace Spark.UnderTest.Hanging;

internal sealed class HangingAction : IAction<PlainSettings, PlainSettings>
{
    public async ValueTask<ActionResult<PlainSettings>> ExecuteAsync(PlainSettings input, ActionContext context, CancellationToken cancellationToken)
    {
        await Never.Task;
        return ActionResult.Ok(input);
    }
}
