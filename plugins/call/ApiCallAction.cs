using System.Text.Json;
using Spark.ApiCalls;

namespace Spark.Actions.Call;

/// <summary>Runs an API Call that an administrator has configured.</summary>
internal sealed class ApiCallAction(IApiCalls? calls) : IAction<ApiCallInput, ApiCallOutput>
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement.Clone();

    public async ValueTask<ActionResult<ApiCallOutput>> ExecuteAsync(ApiCallInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (calls is null)
        {
            return ActionResult.Failed<ApiCallOutput>("This host keeps no API Calls.") with { IsFinal = true };
        }

        var result = await calls.RunAsync(new() { Name = input.Name, Parameters = input.With ?? Nothing }, cancellationToken);
        var output = new ApiCallOutput(result.Status, result.Outputs.ValueKind == JsonValueKind.Object ? result.Outputs : Nothing);
        return result.End switch
        {
            ApiCallEnd.Succeeded => ActionResult.Ok(output),
            ApiCallEnd.Incomplete => ActionResult.Of("incomplete", output) with { Reason = result.Reason },
            ApiCallEnd.Refused when result.Status == 429 => ActionResult.Of("failed", output) with { Reason = result.Reason, RetryAfter = result.RetryAfter },
            ApiCallEnd.Refused => ActionResult.Of("refused", output) with { Reason = result.Reason },
            ApiCallEnd.NotSent => ActionResult.Of("failed", output) with { Reason = result.Reason },

            // Whether it has acted cannot be told: another try could act twice, and only the designer can say that this does no harm.
            _ => ActionResult.Of("unknown", output) with { Reason = result.Reason, IsFinal = context.Tries <= 1 },
        };
    }
}
