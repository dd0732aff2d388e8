using Spark.Simulators.Sparkcentral.Conversations;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>Calls that wait for a state instead of asking again and again: 408 when it does not come in time.</summary>
internal sealed class Waiting(Tenant tenant, IHostApplicationLifetime lifetime)
{
    private const int DefaultMilliseconds = 60_000;
    private const int LongestMilliseconds = 120_000;

    public async Task<IResult> ForAsync<T>(
        Predicate<TenantState> wanted, int? timeoutMs, Func<TenantState, T> view, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var came = await tenant.WaitAsync(wanted, Patience(timeoutMs), ending.Token);
        return TypedResults.Json(
            tenant.Read(view), statusCode: came ? StatusCodes.Status200OK : StatusCodes.Status408RequestTimeout);
    }

    public async Task<IResult> ForChangeAsync(long since, int? timeoutMs, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await tenant.WaitForChangeAsync(since, Patience(timeoutMs), ending.Token);
        return TypedResults.Json(new ChangesView(tenant.Version()));
    }

    private static TimeSpan Patience(int? timeoutMs) =>
        TimeSpan.FromMilliseconds(Math.Clamp(timeoutMs ?? DefaultMilliseconds, 0, LongestMilliseconds));
}
