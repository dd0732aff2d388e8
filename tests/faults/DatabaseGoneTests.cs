using System.Net;
using Spark.Faults.Tests.Support;
using Spark.Tests;

namespace Spark.Faults.Tests;

/// <summary>The database goes away under a host, and comes back.</summary>
public sealed class DatabaseGoneTests
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task After_ten_seconds_without_a_database_nothing_is_missing()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        PostgresStore? store = null;
        await using var stage = await Disaster.PrepareAsync(async _ => store = await PostgresStore.StartAsync());
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken);
        await Task.Delay(1_000, cancellationToken);
        await Condition.HoldsAsync(() => IsReadyAsync(host));
        await store!.Cluster.StopAsync();
        await host.ExpectAsync("SPK11003", cancellationToken);
        await Task.Delay(Away, cancellationToken);

        // A balancer is told to turn away, and why; an orchestrator is not told to end it.
        var ready = (await host.HealthAsync("ready", cancellationToken)).ShouldNotBeNull();
        ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready.Body.ShouldContain("database: ");
        (await host.HealthAsync("live", cancellationToken)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.OK);

        await store.Cluster.ResumeAsync(cancellationToken);
        await Condition.HoldsAsync(() => IsReadyAsync(host));
        await stage.ConcludeAsync(cancellationToken);

        async Task<bool> IsReadyAsync(FaultHost one) => (await one.HealthAsync("ready", cancellationToken))?.Status == HttpStatusCode.OK;
    }
}
