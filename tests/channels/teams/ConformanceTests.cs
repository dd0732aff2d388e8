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

        (await ChannelConformance.RunAsync(
            new() { Channel = teams.Channel, PersonSpeaks = request, ChannelDetails = heard.Events[^1].ChannelDetails }, token)).ShouldBeEmpty();
    }
}
