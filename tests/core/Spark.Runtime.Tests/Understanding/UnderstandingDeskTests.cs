using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Engine.Turns;
using Spark.Runtime.Tests.Support;
using Spark.Understanding;

namespace Spark.Runtime.Tests.Understanding;

/// <summary>A provider is asked before the turn, what it says is stored with the event, and nobody is asked when a turn is run again.</summary>
public sealed class UnderstandingDeskTests : IDisposable
{
    private static readonly BotSource Source = new("helper", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bot.yaml"] = """
            spark: 1
            bot: helper
            languages: [en]
            connections:
              nlu: { plugin: model }
            understanding: { provider: nlu, within: 700ms }
            events:
              started: greet

            """,
        ["intents.yaml"] = """
            greet:
              en: [hello there, good morning]
            printer:
              en: [my printer is broken, the printer does not work]

            """,
        ["dialogs/greet.yaml"] = "dialog: greet\ntrigger: { intents: [greet] }\nsteps:\n  - { id: hi, say: Hi }\n",
        ["dialogs/printer.yaml"] = "dialog: printer\ntrigger: { intents: [printer] }\nsteps:\n  - { id: p, say: Printers }\n",
    });

    private static readonly InstalledOffers Offers = new() { UnderstandingProviders = new HashSet<string>(StringComparer.Ordinal) { "model" } };

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_it_says_leads_and_is_stored_with_the_event()
    {
        await using var runtime = await StartAsync();
        runtime.Directory.OnUnderstand = _ => Task.FromResult(
            new UnderstandingResult { Intent = "printer", Confidence = 0.9, Prompt = "p\0rompt", Answer = new string('a', 100_000) });
        await runtime.SayAsync(channel, "it eats my paper");
        await runtime.Outbox.Ended.NextAsync();
        channel.SentTexts.ShouldBe(["Printers"]);

        var (connection, request, timeout) = await runtime.Directory.Questions.NextAsync();
        (connection, request.Text, timeout).ShouldBe(("nlu", "it eats my paper", TimeSpan.FromMilliseconds(700)));
        var stored = Stored(runtime);
        stored.Connection.ShouldBe("nlu");
        stored.Intent.ShouldBe("printer");
        stored.Prompt.ShouldBe("p\uFFFDrompt");
        stored.Answer.ShouldNotBeNull().Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task The_stored_turn_runs_again_without_it()
    {
        await using var runtime = await StartAsync();
        runtime.Directory.OnUnderstand = _ => Task.FromResult(new UnderstandingResult { Intent = "printer", Confidence = 0.9 });
        await runtime.SayAsync(channel, "it eats my paper");
        await runtime.Outbox.Ended.NextAsync();
        var log = Events(runtime);
        var state = new ConversationState();
        foreach (var happened in log)
        {
            state = DialogEngine.Run(BotReader.Read(Source, Offers).Bot!, state, happened).State;
        }

        state.Intent.ShouldBe("printer");
        state.Score.ShouldBe(0.9);
    }

    [Fact]
    public async Task When_it_fails_the_bot_decides_and_the_log_says_why()
    {
        await using var runtime = await StartAsync();
        await runtime.SayAsync(channel, "the printer does not work now");
        await runtime.Outbox.Ended.NextAsync();
        channel.SentTexts.ShouldBe(["Printers"]);
        Stored(runtime).Failure.ShouldBe("Nobody is there.");
    }

    [Fact]
    public async Task One_that_fails_again_and_again_is_left_alone_for_a_while()
    {
        await using var runtime = await StartAsync();
        for (var time = 0; time < 20; time++)
        {
            await runtime.SayAsync(channel, "what is it now", $"m{time}", $"c{time}");
        }

        runtime.Directory.Questions.All.Count.ShouldBeLessThan(20);
        Events(runtime).OfType<InboundReceived>().ShouldAllBe(received => received.Understood!.Failure != null);
    }

    [Fact]
    public async Task An_example_of_the_bot_asks_nobody()
    {
        await using var runtime = await StartAsync();
        await runtime.SayAsync(channel, "hello there");
        await runtime.Outbox.Ended.NextAsync();
        runtime.Directory.Questions.All.ShouldBeEmpty();
        ((InboundReceived)Events(runtime)[0]).Understood.ShouldBeNull();
    }

    private static Understood Stored(TestRuntime runtime) => Events(runtime).OfType<InboundReceived>().Last().Understood.ShouldNotBeNull();

    private static IReadOnlyList<ConversationEvent> Events(TestRuntime runtime) =>
        [.. runtime.Query("SELECT CAST(data AS TEXT) FROM events ORDER BY rowid").Select(data => ConversationJson.ReadEvent(System.Text.Encoding.UTF8.GetBytes(data)))];

    private async Task<TestRuntime> StartAsync()
    {
        var engine = new ScriptedEngine { OnRun = DialogEngine.Run, OnFail = DialogEngine.Fail };
        var runtime = await TestRuntime.StartAsync(folder, new(), engine, channel);
        var read = BotReader.Read(Source, Offers);
        read.Findings.Select(finding => $"{finding.Code} {finding.At} {finding.Message}").ShouldBeEmpty();
        await runtime.Bots.ReplaceAsync([new(read.Bot!, Source)], TestContext.Current.CancellationToken);
        return runtime;
    }
}
