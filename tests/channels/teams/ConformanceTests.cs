using Spark.Channels.Teams.Tests.Support;
using Spark.Testing.Conformance;

namespace Spark.Channels.Teams.Tests;

/// <summary>What the host promises of every channel holds of Teams, over a far side on loopback.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task Teams_conforms()
    {
        var token = TestContext.Current.CancellationToken;
        await using var side = await FarSide.StartAsync();
        using var teams = new TestChannel(side);
        var request = teams.Forge(Activities.Message(side.ServiceUrl, "hi")).Request();
        var heard = await teams.Channel.ReceiveAsync(request, token);

        // A thread takes so many messages a second, and the channel keeps to that: the clock has to go on.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(token);
        var ticking = TickAsync(teams, ended.Token);
        (await ChannelConformance.RunAsync(
            new() { Channel = teams.Channel, PersonSpeaks = request, ChannelDetails = heard.Events[^1].ChannelDetails }, token)).ShouldBeEmpty();
        await ended.CancelAsync();
        await ticking;
    }

    private static async Task TickAsync(TestChannel teams, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            teams.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
