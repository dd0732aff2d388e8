using Spark.Actions;

namespace Spark.UnderTest.Good;

internal sealed class ReverseAction : IAction<ReverseInput, ReverseOutput>
{
    public ValueTask<ActionResult<ReverseOutput>> ExecuteAsync(ReverseInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var text = string.Concat(Enumerable.Repeat(string.Concat(input.Reverse.Reverse()), input.Times));
        return ValueTask.FromResult(ActionResult.Of("turned", new ReverseOutput(text, text.Length)));
    }
}
