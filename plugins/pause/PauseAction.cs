namespace Spark.Actions.Pause;

/// <summary>Waits.</summary>
internal sealed class PauseAction(TimeProvider time) : IAction<PauseInput, PauseOutput>
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public async ValueTask<ActionResult<PauseOutput>> ExecuteAsync(
        PauseInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (Duration.Read(input.Pause) is not { } duration)
        {
            return ActionResult.Failed<PauseOutput>("pause needs a duration: digits and ms, s, m, h or d, such as 2s.");
        }

        if (duration > Longest)
        {
            return ActionResult.Failed<PauseOutput>("pause waits for an hour at most; what takes longer is a timer of the dialog.");
        }

        await Task.Delay(duration, time, cancellationToken);
        return ActionResult.Ok(new PauseOutput { Waited = input.Pause });
    }
}
