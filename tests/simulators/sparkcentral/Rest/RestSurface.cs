using System.Text;
using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Faults;

namespace Spark.Simulators.Sparkcentral.Rest;

/// <summary>What every call of the API goes through: the log, the faults, the answer.</summary>
internal sealed class RestSurface(Tenant tenant, SimulatorClock clock, RestFaults faults, IHostApplicationLifetime lifetime)
{
    public async Task RunAsync(
        HttpContext context, RestTarget target, Func<HttpContext, RestCall, CancellationToken, Task<RestAnswer>> operation)
    {
        var call = Log(context, target);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await faults.HoldAsync(call, FaultMoment.Before, ending.Token);
            var answer = faults.TakeStatus(target, FaultMoment.Before) ?? await operation(context, call, ending.Token);
            answer = faults.TakeStatus(target, FaultMoment.After) ?? answer;
            await faults.HoldAsync(call, FaultMoment.After, ending.Token);
            tenant.Change(_ =>
            {
                call.Status = answer.Status;
                call.ResponseBody = answer.Json;
            });
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer.Json, Encoding.UTF8, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            tenant.Change(_ => call.CallerLeft = true);
        }
        catch (BadHttpRequestException)
        {
            // The caller was killed, or broke off, in the middle of its body.
            tenant.Change(_ => call.CallerLeft = true);
            context.Abort();
        }
    }

    private RestCall Log(HttpContext context, RestTarget target) => tenant.Change(state =>
    {
        var call = new RestCall
        {
            Number = state.RestCalls.Count + 1,
            At = clock.GetUtcNow(),
            Target = target,
            Method = context.Request.Method,
            Path = context.Request.Path,
            Headers = context.Request.Headers.ToDictionary(
                header => header.Key, header => Masked(header.Key, header.Value.ToString()), StringComparer.OrdinalIgnoreCase),
            ConversationId = context.Request.RouteValues["conversationId"] as string,
        };
        state.RestCalls.Add(call);
        return call;
    });

    // The scheme is worth seeing, the credential is not.
    private static string Masked(string name, string value) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? $"{value.Split(' ')[0]} ***" : value;
}
