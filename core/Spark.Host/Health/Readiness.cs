using Spark.Runtime.Health;

namespace Spark.Host.Health;

/// <summary>
/// Asks the probes. An answer holds for a second: the address is public, and a probe writes to the database. Draining is asked each time,
/// so that a host that is told to stop says so at once.
/// </summary>
internal sealed class Readiness(IEnumerable<IReadinessProbe> probes, Draining draining, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IReadinessProbe[] probes = [.. probes];
    private readonly SemaphoreSlim asking = new(1, 1);
    private ReadinessReport? last;
    private long askedAt;

    public async Task<ReadinessReport> CheckAsync(CancellationToken cancellationToken)
    {
        if (draining.IsDraining)
        {
            return new(false, ["draining: the host was told to stop"]);
        }

        await asking.WaitAsync(cancellationToken);
        try
        {
            if (last is { } known && time.GetElapsedTime(askedAt) < Holds)
            {
                return known;
            }

            var answers = await Task.WhenAll(probes.Select(probe => AskAsync(probe, cancellationToken)));
            var reasons = answers.OfType<string>().ToList();
            askedAt = time.GetTimestamp();
            return last = new(reasons.Count == 0, reasons);
        }
        finally
        {
            asking.Release();
        }
    }

    public void Dispose() => asking.Dispose();

    private async Task<string?> AskAsync(IReadinessProbe probe, CancellationToken cancellationToken)
    {
        try
        {
            var problem = await probe.CheckAsync(cancellationToken).AsTask().WaitAsync(Patience, time, cancellationToken);
            return problem is null ? null : $"{probe.Name}: {problem}";
        }
        catch (TimeoutException)
        {
            return $"{probe.Name}: no answer within {Patience.TotalSeconds:0} s";
        }
    }
}
