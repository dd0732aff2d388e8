using Spark.Actions;
using Spark.Expressions;
using Spark.Offload;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Supervision;

public sealed class DirectoryTests : IAsyncDisposable
{
    private static readonly ActionContext Context = new() { EffectId = "effect", Attempt = 1, Language = "en" };
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly HostUnderTest host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_action_takes_values_and_gives_values()
    {
        host.Plugins.Install("Good");
        await host.LoadAsync();
        var ended = await ExecuteAsync("reverse", """{ "reverse": "abc", "times": 2 }""");
        ended.Result.ShouldBe("turned");
        ended.Output.ShouldBe(Value.Parse("""{ "text": "cbacba", "length": 6 }"""));
    }

    [Theory]
    [InlineData("""{ "reverse": 5 }""", "$.reverse")]
    [InlineData("""{ "reverse": "a", "times": "secret" }""", "$.times")]
    [InlineData("{}", "$")]
    [InlineData("null", "gives none")]
    public async Task Fields_that_do_not_fit_an_action_fail_it_without_being_quoted(string input, string says)
    {
        host.Plugins.Install("Good");
        await host.LoadAsync();
        var ended = await ExecuteAsync("reverse", input);
        ended.Result.ShouldBe("failed");
        ended.Reason.ShouldNotBeNull().ShouldContain(says);
        ended.Reason.ShouldNotContain("secret");
    }

    [Fact]
    public async Task An_action_that_is_not_there_or_throws_has_failed()
    {
        host.Plugins.Install("Throwing");
        await host.LoadAsync();
        (await ExecuteAsync("dance", "{}")).Reason.ShouldBe("The action 'dance' is not installed, or its plugin does not run.");
        var ended = await ExecuteAsync("throw", "{}");
        (ended.Result, ended.Reason).ShouldBe(("failed", "The plugin threw InvalidOperationException."));
    }

    [Fact]
    public async Task An_action_is_repeatable_when_its_plugin_says_so()
    {
        host.Plugins.Install("Good");
        host.Plugins.Install("Throwing");
        await host.LoadAsync();
        host.Host.IsRepeatable("reverse", Value.Parse("{}"), Context).ShouldBeTrue();
        host.Host.IsRepeatable("throw", Value.Parse("{}"), Context).ShouldBeFalse();
        host.Host.IsRepeatable("dance", Value.Parse("{}"), Context).ShouldBeFalse();
    }

    [Fact]
    public async Task An_action_that_hangs_is_too_late()
    {
        host.Plugins.Install("Hanging");
        await host.LoadAsync();
        var executing = ExecuteAsync("hang", "{}");
        host.Clock.Advance(Limit);
        (await executing).Result.ShouldBe("timeout");
    }

    [Fact]
    public async Task A_provider_decides_and_one_that_fails_is_named()
    {
        host.Plugins.Install("Good");
        host.Plugins.Install("Throwing");
        host.Plugins.Install("Hanging");
        await host.LoadAsync("""
            connections:
              desk: { plugin: echo-desk, settings: { greeting: welcome } }
              bad: { plugin: throwing-desk }
              stuck: { plugin: hanging-desk }
              wrong: { plugin: reverse }
            """);
        var decision = await OpenAsync("desk");
        (decision.Result, decision.Reason).ShouldBe((OffloadResult.Accepted, "welcome"));
        // It opens tickets, and may have opened one before it broke.
        (await OpenAsync("bad")).ShouldBe(OffloadDecision.Of(OffloadResult.Unknown, "The plugin threw InvalidOperationException."));
        (await OpenAsync("nowhere")).Result.ShouldBe(OffloadResult.Failed);
        (await OpenAsync("wrong")).Result.ShouldBe(OffloadResult.Failed);
        HostUnderTest.TheFinding(host.Instance("wrong").Findings, "SPK10130").Message.ShouldContain("offload-provider 'reverse'");
        var opening = OpenAsync("stuck");
        host.Clock.Advance(Limit);
        (await opening).Reason.ShouldBe("The plugin did not return from OpenAsync within 5 s.");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private Task<ActionResult<Value>> ExecuteAsync(string action, string input) =>
        host.Host.ExecuteAsync(action, Value.Parse(input), Context, Limit, Token).AsTask();

    private Task<OffloadDecision> OpenAsync(string connection) => host.Host.OpenAsync(connection, TestOffload.Request, Limit, Token).AsTask();
}
