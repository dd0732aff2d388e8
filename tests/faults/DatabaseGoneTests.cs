using Spark.Faults.Tests.Support;

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
        await store!.Cluster.StopAsync();
        await host.ExpectAsync("SPK11003", cancellationToken);
        await Task.Delay(Away, cancellationToken);
        await store.Cluster.ResumeAsync(cancellationToken);
        await stage.ConcludeAsync(cancellationToken);
    }
}
