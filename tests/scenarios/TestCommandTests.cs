using System.Xml.Linq;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary><c>spark test</c>, as a designer runs it: with torture, on processes that are really killed.</summary>
public sealed class TestCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_demo_bot_is_green_under_torture_and_whole()
    {
        var junit = folder.Path("junit.xml");
        await using var test = ChildProcess.StartDotnet(
            SparkHost.Assembly, ["test", Repository.Path("bots", "it-support"), "--torture", "--coverage", "--junit", junit]);
        (await test.WaitForExitAsync(Token, TimeSpan.FromMinutes(15))).ShouldBe(0, test.Output);
        test.Output.ShouldMatch(@"(\d+) of \1 tests passed");
        test.Output.ShouldMatch(@"(\d+) of \1 tortured conversations went as before; [1-9]\d* of them on a real process");
        test.Output.ShouldMatch(@"steps +(\d+) +\1 +100%");
        test.Output.ShouldMatch(@"outcomes +(\d+) +\1 +100%");
        test.Output.ShouldMatch(@"language nl +(\d+) +\1 +100%");
        XDocument.Load(junit).Descendants("failure").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_test_that_fails_shows_the_conversation_and_ends_with_1()
    {
        folder.Write("bot/bot.yaml", """
            spark: 1
            bot: bot
            languages: [en]
            events: { started: hello }
            """);
        folder.Write("bot/dialogs/hello.yaml", "dialog: hello\nsteps:\n  - id: one\n    say: Hello\n    end: resolved\n");
        folder.Write("bot/tests/one.test.yaml", "suite: one\ntests:\n  - test: it greets\n    chat:\n      - bot: Good morning\n");
        await using var test = ChildProcess.StartDotnet(SparkHost.Assembly, ["test", folder.Path("bot")]);
        (await test.WaitForExitAsync(Token)).ShouldBe(1);
        test.Output.ShouldContain("FAILED  one: it greets  (tests/one.test.yaml:3:5)");
        test.Output.ShouldContain("- bot     Good morning");
        test.Output.ShouldContain("+ bot     Hello");
    }
}
