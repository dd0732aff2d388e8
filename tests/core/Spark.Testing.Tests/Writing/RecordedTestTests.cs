using Spark.Runtime.Recording;
using Spark.Testing.Hosts;
using Spark.Testing.Playing;
using Spark.Testing.Replaying;
using Spark.Testing.Reports;
using Spark.Testing.Suites;
using Spark.Testing.Tests.Support;
using Spark.Testing.Writing;

namespace Spark.Testing.Tests.Writing;

/// <summary>A conversation that was held becomes a test that passes.</summary>
public sealed class RecordedTestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_conversation_of_the_demo_bot_becomes_a_test_that_passes()
    {
        var bot = await DemoBot.ReadAsync();
        var played = await SuiteRunner.RunAsync(bot, await DemoBot.SuitesAsync(bot), Token);
        foreach (var test in played.Where(test => test.Began is null))
        {
            var record = Record(bot, test);
            RecordReplay.Compare(ConversationRecordJson.Read(System.Text.Encoding.UTF8.GetString(ConversationRecordJson.Write(record))), bot, ReplaySeals.WithKey(null)).ShouldBeEmpty();
            var yaml = RecordedTest.Write(record, bot, ReplaySeals.WithKey(null), "recorded");
            var read = SuiteReader.Read(bot.Bot, [new("tests/recorded.test.yaml", yaml)]);
            read.Findings.Select(finding => finding.ToString()).ShouldBeEmpty(yaml);
            var again = await TestStage.PlayAsync(bot, read.Suites.Single().Tests.Single(), Hardship.None, Token);
            TestPrinter.Lines(again).Where(line => !line.StartsWith(' ')).ShouldBeEmpty(yaml);
            again.Test.Chat.OfType<BotSays>().Count(line => line.IsKey).ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task A_reply_is_explained_by_its_event_intent_steps_variables_and_versions()
    {
        var bot = await DemoBot.ReadAsync();
        var tests = (await DemoBot.SuitesAsync(bot)).Single(suite => suite.Id == "english").Tests;
        var played = await TestStage.PlayAsync(bot, tests.Single(test => test.Name.StartsWith("without the authenticator", StringComparison.Ordinal)), Hardship.None, Token);
        var lines = Reason.Of(Record(bot, played), bot, ReplaySeals.WithKey(null), new(1, 0)).ToLookup(line => line.Key, line => line.Value);

        lines["event"].Single().ShouldContain("reset the password of jo@acme.com");
        lines["intent"].Single().ShouldStartWith("password, score ");
        lines["text"].ShouldBe(["reset-password.phone"]);
        lines["step"].Last().ShouldContain("reset-password.phone (dialogs/reset-password.yaml:");
        lines["variable"].ShouldContain("account = \"jo@acme.com\"");
        lines["bot"].ShouldBe([$"it-support version {bot.Bot.Version}"]);
        lines["engine"].ShouldHaveSingleItem();
    }

    internal static ConversationRecord Record(TestBot bot, PlayedTest test) => new()
    {
        Key = "",
        Instance = test.Test.Channel,
        ConversationId = TestConversation.ExternalId,
        Engine = ConversationRecorder.EngineVersion,
        Turns = [.. test.Log.Select(turn => new RecordedTurn(turn.Sequence, turn.Event, turn.Effects))],
        State = test.Ended!,
        Episodes = [test.Ended!.Episode!],
        Versions = [new(bot.Bot.Id, bot.Bot.Version, bot.Snapshot.Source)],
    };
}
