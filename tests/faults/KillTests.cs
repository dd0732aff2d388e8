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
        await stage.ConcludeAsync(cancellationToken);
        var hit = stage.UnderWay.Count(count => count > 0);
        TestContext.Current.SendDiagnosticMessage(
            $"{Rounds.Count} kills, {hit} of them with something under way ({stage.UnderWay.Average():0.0} on average); "
            + $"{stage.Crowd.Acknowledged.Sum(pair => pair.Value.Count)} messages acknowledged in {stage.Crowd.Posts} requests; "
            + $"{stage.FarSide.Arrivals.Count} arrivals, {stage.FarSide.Arrivals.Count(arrival => arrival.IsRepeated)} of them repeated; "
            + $"{stage.FarSide.Deeds.Count} deeds; conclusion in {watch.Elapsed.TotalSeconds:0.0} s");
        hit.ShouldBeGreaterThanOrEqualTo(Rounds.Count / 2);
    }
}
