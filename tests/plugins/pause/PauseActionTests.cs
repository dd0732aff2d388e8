using Spark.Actions.Pause.Tests.Support;
using Spark.Testing;

namespace Spark.Actions.Pause.Tests;

public sealed class PauseActionTests
{
    private static readonly ActionContext Context = new() { EffectId = "effect-1", Attempt = 1, Language = "en" };

    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("2s", 2_000)]
    [InlineData("002s", 2_000)]
    [InlineData("3m", 180_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("3600000ms", 3_600_000)]
    public async Task It_waits_exactly_as_long_as_it_is_told(string pause, int milliseconds)
    {
        var clock = new ManualClock();

        var waiting = ExecuteAsync(clock, pause, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        waiting.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var result = await waiting;

        result.Result.ShouldBe("ok");
        result.Output.ShouldBe(new PauseOutput { Waited = pause });
    }

    [Theory]
    [InlineData("0s")]
    [InlineData("0d")]
    public async Task No_time_is_no_wait(string pause) =>
        (await ExecuteAsync(new ManualClock(), pause, TestContext.Current.CancellationToken)).Result.ShouldBe("ok");

    [Theory]
    [InlineData("61m")]
    [InlineData("3600001ms")]
    [InlineData("2h")]
    [InlineData("1d")]
    [InlineData("9223372036854775807d")]
    [InlineData("99999999999999999999999999s")]
    public async Task More_than_an_hour_fails_with_a_sentence(string pause)
    {
        var result = await ExecuteAsync(new ManualClock(), pause, TestContext.Current.CancellationToken);

        result.Result.ShouldBe("failed");
        result.Output.ShouldBeNull();
        result.Reason.ShouldBe("pause waits for an hour at most; what takes longer is a timer of the dialog.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("s")]
    [InlineData("2 s")]
    [InlineData("2S")]
    [InlineData("-2s")]
    [InlineData("1.5s")]
    [InlineData("2s\n")]
    [InlineData("1m30s")]
    [InlineData("٢s")]
    [InlineData("two seconds")]
    public async Task What_is_no_duration_fails_with_a_sentence(string? pause)
    {
        var result = await ExecuteAsync(new ManualClock(), pause!, TestContext.Current.CancellationToken);

        result.Result.ShouldBe("failed");
        result.Reason.ShouldBe("pause needs a duration: digits and ms, s, m, h or d, such as 2s.");
    }

    [Fact]
    public async Task It_ends_with_the_hosts_token()
    {
        using var host = new CancellationTokenSource();
        var waiting = ExecuteAsync(new ManualClock(), "1h", host.Token);

        await host.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task The_plugin_offers_the_verb_with_its_input_and_output()
    {
        var offer = Manifest.Offer();

        offer.Verb.ShouldBe(Manifest.File("plugin.json").GetProperty("id").GetString());
        var waiting = offer.ExecuteAsync("""{"pause":"2s"}""", Context);
        offer.Clock.Advance(TimeSpan.FromSeconds(2));
        (await waiting).ShouldBe("""{"waited":"2s"}""");
    }

    [Fact]
    public void The_folder_holds_the_plugin_and_not_the_contract()
    {
        var files = Directory.GetFiles(Manifest.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        files.ShouldBe(
        [
            "README.md",
            "Spark.Actions.Pause.deps.json",
            Manifest.File("plugin.json").GetProperty("assembly").GetString(),
            "Spark.Actions.Pause.runtimeconfig.json",
            "pause.schema.json",
            "plugin.json",
            "settings.schema.json",
        ]);
        Manifest.File("settings.schema.json").GetProperty("properties").EnumerateObject().ShouldBeEmpty();
    }

    private static Task<ActionResult<PauseOutput>> ExecuteAsync(ManualClock clock, string pause, CancellationToken cancellationToken) =>
        new PauseAction(clock).ExecuteAsync(new PauseInput { Pause = pause }, Context, cancellationToken).AsTask();
}
