using Spark.Faults.Tests.Support;

namespace Spark.Faults.Tests;

/// <summary>Several hosts on one PostgreSQL, behind a balancer that knows nothing: struck in turn while people write.</summary>
public sealed class NodeTests
{
    /// <summary>A kill, a freeze and a restart.</summary>
    private const int Blows = 3;

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
        var struck = new HashSet<(int Host, int Blow)>();
        for (var round = 0; round < Rounds.Count; round++)
        {
            // A blow falls on every host before the next one comes: ten rounds are enough for three hosts.
            var (number, blow) = (round % count, round / count % Blows);
            var victim = stage.Hosts[number];
            struck.Add((number, blow));
            await Task.Delay(random.Next(200, 600), cancellationToken);
            stage.NoteUnderWay();
            switch (blow)
            {
                case 0:
                    kills++;
                    await victim.KillAsync();
                    await Task.Delay(random.Next(0, 3_000), cancellationToken);
                    await victim.StartAsync(cancellationToken);
                    break;
                case 1:
                    var before = victim.Fences;
                    await victim.FreezeAsync(BeyondTheLease, cancellationToken);
                    await victim.ExpectFenceAsync(before, cancellationToken);
                    break;
                default:
                    await victim.StopAsync(cancellationToken);
                    await victim.StartAsync(cancellationToken);
                    break;
            }
        }

        var left = await stage.ConcludeAsync(cancellationToken);

        // What was half sent when its host died or froze is sent once more by another: one message a lane, each time. A machine that stands
        // still freezes all of them.
        var fences = stage.Hosts.Sum(host => host.Fences);
        var repeated = stage.FarSide.Arrivals.Where(arrival => arrival.IsRepeated).GroupBy(arrival => arrival.Conversation, StringComparer.Ordinal).ToList();
        TestContext.Current.SendDiagnosticMessage(
            $"{count} hosts, {Rounds.Count} blows, {stage.Tell(left)}; {fences} hosts fenced, what was repeated is in {repeated.Count} lanes");
        struck.Count.ShouldBe(count * Blows, "every host gets every blow");
        stage.Hits.ShouldBeGreaterThanOrEqualTo(Rounds.Count / 2);
        repeated.ShouldAllBe(lane => lane.Count() <= kills + fences);
    }
}
