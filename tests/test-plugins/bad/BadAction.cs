using Spark.Actions;

namespace Spark.TestPlugins.Bad;

/// <summary>Misbehaves as its field says.</summary>
internal sealed class BadAction : IAction<BadInput, BadOutput>
{
    public async ValueTask<ActionResult<BadOutput>> ExecuteAsync(
        BadInput input, ActionContext context, CancellationToken cancellationToken)
    {
        await Misbehaviour.CommitAsync(input.Misbehave, cancellationToken);
        return ActionResult.Ok(new BadOutput { Did = input.Misbehave });
    }
}
