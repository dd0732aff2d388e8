using System.Text.RegularExpressions;
using Spark.Faults.Tests.Support;

namespace Spark.Faults.Tests;

/// <summary>A far side that does not take messages for a while.</summary>
public sealed partial class FarSideTests
{
    private static readonly TimeSpan Trouble = TimeSpan.FromSeconds(4);

    [Theory]
    [InlineData(nameof(Mood.Busy))]
    [InlineData(nameof(Mood.Silent))]
    public async Task What_it_did_not_take_reaches_it_afterwards(string mood)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Disaster.PrepareAsync(folder => Task.FromResult<IStoreUnderTest>(new SqliteStore(folder)), people: 10);
        await stage.Hosts[0].StartAsync(cancellationToken);
        await stage.ArrivedAsync("Next?", cancellationToken);
        stage.FarSide.Mood = Enum.Parse<Mood>(mood);
        await Task.Delay(Trouble, cancellationToken);
        stage.FarSide.Mood = Mood.Well;
        await stage.ConcludeAsync(cancellationToken);
    }

    [Fact]
    public async Task What_it_broke_on_twice_is_listed_and_can_be_sent_by_an_operator()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Disaster.PrepareAsync(folder => Task.FromResult<IStoreUnderTest>(new SqliteStore(folder)), people: 1);
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken);
        await stage.Crowd.FallSilentAsync();
        stage.FarSide.Mood = Mood.Broken;
        await stage.Crowd.SayAsync("a:person-0", "say something");
        var listed = await host.RunCommandAsync(output => output.Contains("unknown", StringComparison.Ordinal), cancellationToken, "outbox", "list", "--status", "unknown");
        listed.ShouldContain("500");
        stage.FarSide.Arrivals.ShouldNotContain(arrival => arrival.Text == "Echo say something");

        stage.FarSide.Mood = Mood.Well;
        foreach (var address in Address().Matches(listed).Select(match => match.Value))
        {
            await host.RunCommandAsync(_ => true, cancellationToken, "outbox", "retry", address);
        }

        await stage.ArrivedAsync("Echo say something", cancellationToken);
    }

    [GeneratedRegex(@"[0-9a-f]{32}-\d+-\d+", RegexOptions.None, 10_000)]
    private static partial Regex Address();
}
