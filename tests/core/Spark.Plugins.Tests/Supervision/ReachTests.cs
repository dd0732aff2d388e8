using Spark.Channels;
using Spark.Plugins.Catalog;
using Spark.Plugins.Supervision;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Supervision;

/// <summary>People are found on other instances under supervision, once at a time for each.</summary>
public sealed class ReachTests : IAsyncDisposable
{
    private static readonly PersonAddress Jane = new() { PrincipalName = "jane@contoso.com" };
    private readonly HostUnderTest host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_that_is_not_there_reaches_nobody()
    {
        var reach = await host.Host.ReachAsync("gone", Jane, Token);
        (reach.Status, reach.IsFromChannel).ShouldBe((ReachStatus.Unavailable, false));
        reach.Reason!.ShouldContain("'gone'");
    }

    [Fact]
    public async Task An_instance_whose_channel_cannot_write_first_reaches_nobody()
    {
        host.Plugins.Install("Good");
        await host.LoadAsync("channels:\n  fine: { plugin: echo, bot: b, settings: { greeting: hello } }");
        var reach = await host.Host.ReachAsync("fine", Jane, Token);
        (reach.Status, reach.IsFromChannel).ShouldBe((ReachStatus.Unavailable, false));
    }

    [Theory]
    [InlineData("throw", PluginStatus.Faulted)]
    [InlineData("null", PluginStatus.Faulted)]
    [InlineData("no-keys", PluginStatus.Faulted)]
    [InlineData("not-ready", PluginStatus.NotReady)]
    public async Task A_channel_that_fails_reaches_nobody_and_says_nothing_of_the_person(string mode, PluginStatus status)
    {
        await LoadAsync(mode);
        var reach = await host.Host.ReachAsync("bad", Jane, Token);
        (reach.Status, reach.IsFromChannel).ShouldBe((ReachStatus.Unavailable, false));
        reach.Reason!.ShouldNotContain("hunter2");
        host.Instance("bad").Status.ShouldBe(status);
    }

    [Fact]
    public async Task What_the_channel_itself_says_is_marked_as_its_own()
    {
        await LoadAsync("once");
        var reach = await host.Host.ReachAsync("bad", Jane, Token);
        (reach.Status, reach.IsFromChannel, reach.Reason).ShouldBe((ReachStatus.Unavailable, true, "The far side is away."));
    }

    [Theory]
    [InlineData("throw")]
    [InlineData("null")]
    public async Task A_channel_without_words_for_a_refusal_refuses_in_the_hosts(string mode)
    {
        await LoadAsync(mode);
        var answer = host.Host.Find("bad")!.Refuse(new(503, "Not now.", TimeSpan.FromSeconds(1.5)));
        (answer.Status, answer.Headers["Retry-After"], answer.Body.Length).ShouldBe((503, "2", 0));
    }

    [Fact]
    public async Task Who_looks_for_the_same_person_meanwhile_waits_for_the_same_answer()
    {
        var searches = new SearchesUnderWay();
        var answer = new TaskCompletionSource<Reach>();
        var begun = 0;
        Task<Reach> Search()
        {
            begun++;
            return answer.Task;
        }

        var first = searches.JoinAsync(Jane, Search);
        var second = searches.JoinAsync(new() { PrincipalName = "JANE@contoso.com" }, Search);
        var other = searches.JoinAsync(new() { PrincipalName = "joe@contoso.com" }, Search);
        begun.ShouldBe(2);
        answer.SetResult(Reach.Not(ReachStatus.Unknown, "Nobody."));
        (await first).ShouldBeSameAs(await second);
        await other;
        await searches.JoinAsync(Jane, Search);
        begun.ShouldBe(3);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task LoadAsync(string mode)
    {
        host.Plugins.Install("Throwing");
        await host.LoadAsync($"channels:\n  bad: {{ plugin: throwing, bot: b, settings: {{ mode: {mode} }} }}");
    }
}
