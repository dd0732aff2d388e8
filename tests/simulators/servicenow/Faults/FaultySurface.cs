namespace Spark.Simulators.ServiceNow.Faults;

/// <summary>Does what a request asks for, in the way that its fault wants it.</summary>
internal sealed class FaultySurface(FaultPlan faults, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <param name="http">The request.</param>
    /// <param name="table">The table that it is about.</param>
    /// <param name="act">Does it, and gives the answer.</param>
    public async Task<IResult> RunAsync(HttpContext http, string table, Func<IResult> act)
    {
        if (faults.Next(http.Request.Method, table) is not { } fault)
        {
            return act();
        }

        switch (fault.Kind)
        {
            case FaultKind.Refuse:
                return TableApi.Answers.Error(fault.Status, "Operation Failed", "The simulator was told to refuse this.");
            case FaultKind.FailAfter:
                act();
                return TableApi.Answers.Error(fault.Status, "Transaction cancelled", "maximum execution time exceeded");
            case FaultKind.Drop:
                act();
                http.Abort();
                return Results.Empty;
            case FaultKind.Slow:
                var answer = act();
                await Task.Delay(TimeSpan.FromSeconds(fault.DelaySeconds), time, lifetime.ApplicationStopping);
                return answer;
            case FaultKind.Late:
                await LateAsync(fault, act);
                http.Abort();
                return Results.Empty;
            default:
                act();
                return Results.Text("{\"result\":{}}", "application/json", statusCode: StatusCodes.Status201Created);
        }
    }

    // Whether the caller is still there makes no difference to the transaction.
    private async Task LateAsync(Fault fault, Func<IResult> act)
    {
        await Task.Delay(TimeSpan.FromSeconds(fault.DelaySeconds), time, lifetime.ApplicationStopping);
        act();
    }
}
