using Spark.Channels;
using Spark.Engine.Reading;
using Spark.Engine.Turns;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Turns;

/// <summary>The real engine: what it remembers between two messages goes through the database, and through a restart.</summary>
public sealed class DialogTests : IDisposable
{
    private static readonly BotSource Source = new("helper", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bot.yaml"] = """
            spark: 1
            bot: helper
            languages: [en]
            variables:
              name: { type: text }
            events:
              started: greet
              failed: greet

            """,
        ["intents.yaml"] = """
            greet:
              en: [hello]

            """,
        ["dialogs/greet.yaml"] = """
            dialog: greet
            trigger: { intents: [greet] }
            steps:
              - id: who
                ask: What is your name?
                into: name
                again: true
              - id: hi
                say: Hi {name}
                end: resolved

            """,
    });

    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_question_is_answered_after_a_restart()
    {
        await using (var before = await StartAsync())
        {
            (await before.SayAsync(channel, "hello")).Fault.ShouldBeNull();
            await before.Outbox.Ended.NextAsync();
        }

        await using var after = await StartAsync();
        (await after.SayAsync(channel, "Zoë")).Fault.ShouldBeNull();
        await after.Outbox.Ended.NextAsync();

        channel.SentTexts.ShouldBe(["What is your name?", "Hi Zoë"]);
        after.Query("SELECT number, bot, outcome FROM episodes").ShouldBe(["1 helper Resolved"]);
    }

    private async Task<TestRuntime> StartAsync()
    {
        var engine = new ScriptedEngine { OnRun = DialogEngine.Run, OnFail = DialogEngine.Fail };
        var runtime = await TestRuntime.StartAsync(folder, new(), engine, channel);
        var read = BotReader.Read(Source, new());
        read.Findings.Select(finding => $"{finding.Code} {finding.At} {finding.Message}").ShouldBeEmpty();
        await runtime.Bots.ReplaceAsync([new(read.Bot!, Source)], TestContext.Current.CancellationToken);
        return runtime;
    }
}
