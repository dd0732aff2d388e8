using Spark.Faults.Tests.Support;
using Spark.Tests;

namespace Spark.Faults.Tests;

/// <summary>A far side that fails two nodes of one database: each finds that out, and finds out that it is back, by itself.</summary>
public sealed class CircuitTests
{
    private const string Opened = "SPK11015: channel:wire";
    private const string Closed = "channel:wire is back";

    [Fact]
    public async Task Both_nodes_leave_it_alone_and_both_deliver_again_when_it_is_back_each_message_once()
    {
        const int people = 30;
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Disaster.PrepareAsync(PostgresStore.MakeAsync, hosts: 2, people);
        foreach (var host in stage.Hosts)
        {
            await host.StartAsync(cancellationToken);
        }

        // Each host has replies to make, however fast the other one is.
        await stage.Crowd.FallSilentAsync();
        stage.FarSide.Mood = Mood.Busy;
        await Task.WhenAll(Enumerable.Range(0, people).Select(person => stage.Crowd.SayAsync($"a:person-{person}", "say something", person % stage.Hosts.Count)));
        stage.NoteUnderWay();

        // The second time it is the one call that looked whether it is back.
        await Condition.HoldsAsync(() => stage.Hosts.All(host => Count(host, Opened) >= 2));
        stage.FarSide.Mood = Mood.Well;
        await Condition.HoldsAsync(() => stage.Hosts.All(host => Count(host, Closed) > 0));

        var left = await stage.ConcludeAsync(cancellationToken);
        TestContext.Current.SendDiagnosticMessage(stage.Tell(left));
        (left.Held, left.SetAside).ShouldBe((0, 0));
        stage.FarSide.Arrivals.ShouldAllBe(arrival => !arrival.IsRepeated);
    }

    private static int Count(FaultHost host, string line) => host.Output.Split('\n').Count(printed => printed.Contains(line, StringComparison.Ordinal));
}
