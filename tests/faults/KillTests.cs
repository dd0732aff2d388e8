using System.Diagnostics;
using Spark.Faults.Tests.Support;

namespace Spark.Faults.Tests;

/// <summary>One host under load that is killed at random instants, and started again.</summary>
public abstract class KillTests
{
    private protected abstract Task<IStoreUnderTest> MakeStoreAsync(string folder);

    [Fact]
    public async Task What_was_acknowledged_is_answered_once_however_often_the_host_is_killed()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Disaster.PrepareAsync(MakeStoreAsync);
        var host = stage.Hosts[0];
        var random = new Random(20261121);
        for (var round = 0; round < Rounds.Count; round++)
        {
            await host.StartAsync(cancellationToken);
            await Task.Delay(random.Next(300, 2_000), cancellationToken);
            stage.NoteUnderWay();
            await host.KillAsync();
        }

        var watch = Stopwatch.StartNew();
        await host.StartAsync(cancellationToken);
        var left = await stage.ConcludeAsync(cancellationToken);
        TestContext.Current.SendDiagnosticMessage($"{Rounds.Count} kills, {stage.Tell(left)}; conclusion in {watch.Elapsed.TotalSeconds:0.0} s");
        stage.Hits.ShouldBeGreaterThanOrEqualTo(Rounds.Count / 2);
    }
}
