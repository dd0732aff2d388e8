using Spark.Faults.Tests.Support;

namespace Spark.Faults.Tests;

/// <summary>Several hosts on one PostgreSQL, behind a balancer that knows nothing: struck in turn while people write.</summary>
public sealed class NodeTests
{
    /// <summary>Half as long again as the lease that the hosts are given.</summary>
    private static readonly TimeSpan BeyondTheLease = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Hosts_that_are_killed_frozen_and_restarted_in_turn_lose_nothing(int count)
    {
        const int people = 30;
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Disaster.PrepareAsync(PostgresStore.MakeAsync, count, people);
        foreach (var host in stage.Hosts)
        {
            await host.StartAsync(cancellationToken);
        }

        var random = new Random(20261121);
        var kills = 0;
        for (var round = 0; round < Rounds.Count; round++)
        {
            var victim = stage.Hosts[round % count];
            await Task.Delay(random.Next(200, 600), cancellationToken);
            stage.NoteUnderWay();
            switch (round % 3)
            {
                case 0:
                    kills++;
                    await victim.KillAsync();
                    await Task.Delay(random.Next(0, 3_000), cancellationToken);
                    await victim.StartAsync(cancellationToken);
                    break;
                case 1:
                    await victim.FreezeAsync(BeyondTheLease, cancellationToken);
                    await victim.ExpectFenceAsync(cancellationToken);
                    break;
                default:
                    await victim.StopAsync(cancellationToken);
                    await victim.StartAsync(cancellationToken);
                    break;
            }
        }

        await stage.ConcludeAsync(cancellationToken);

        // What was half sent when its host died or froze is sent once more by another: one message a lane, each time. A machine that stands
        // still freezes all of them.
        var fences = stage.Hosts.Sum(host => host.Fences);
        var repeated = stage.FarSide.Arrivals.Where(arrival => arrival.IsRepeated).GroupBy(arrival => arrival.Conversation, StringComparer.Ordinal).ToList();
        TestContext.Current.SendDiagnosticMessage(
            $"{count} hosts, {Rounds.Count} blows, {fences} hosts fenced; "
            + $"{stage.Crowd.Acknowledged.Sum(pair => pair.Value.Count)} messages acknowledged in {stage.Crowd.Posts} requests; "
            + $"{stage.FarSide.Arrivals.Count} arrivals, {repeated.Sum(lane => lane.Count())} of them repeated, in {repeated.Count} lanes; "
            + $"{stage.FarSide.Deeds.Count} deeds");
        repeated.ShouldAllBe(lane => lane.Count() <= kills + fences);
    }
}
