using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary><c>spark check</c>: everything that is wrong with a bot, at once.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_mistakes_are_printed_with_file_line_column_code_and_remedy_and_the_exit_code_is_1()
    {
        folder.Write("bot/bot.yaml", """
            spark: 1
            bot: bot
            languages: [en]
            variables:
              name: { type: text }
            events: { started: hello }
            """);
        folder.Write("bot/dialogs/hello.yaml", """
            dialog: hello
            steps:
              - goto: nowhere
            """);
        folder.Write("bot/dialogs/outcome.yaml", """
            dialog: outcome
            steps:
              - run: act
                then:
                  done: hello
            """);
        folder.Write("bot/dialogs/expression.yaml", """
            dialog: expression
            steps:
              - when: name = = 1
                then: hello
            """);
        folder.Write("bot/dialogs/duplicate.yaml", """
            dialog: duplicate
            steps:
              - id: one
                say: Hello
                say: Hello again
            """);
        folder.Write("bot/dialogs/tab.yaml", "dialog: tab\nsteps:\n\t- id: one\n");
        folder.Write("bot/actions/act.yaml", """
            action: act
            steps:
              - when: "true"
                then: done
              - finish: failed
            """);

        await using var check = Check();
        (await check.WaitForExitAsync(Token)).ShouldBe(1);
        check.Output.ShouldMatch(@"dialogs/hello\.yaml:3:\d+: error SPK2\d{3}: .*nowhere");
        check.Output.ShouldMatch(@"dialogs/outcome\.yaml:[345]:\d+: error SPK2\d{3}: .*failed");
        check.Output.ShouldMatch(@"dialogs/expression\.yaml:3:\d+: error SPK3\d{3}: ");
        check.Output.ShouldMatch(@"dialogs/duplicate\.yaml:5:\d+: error SPK1\d{3}: .*say");
        check.Output.ShouldMatch(@"dialogs/tab\.yaml:3:\d+: error SPK1\d{3}: .*[Tt]ab");
    }

    [Fact]
    public async Task The_demo_bot_has_nothing_to_mend()
    {
        await using var check = ChildProcess.StartDotnet(SparkHost.Assembly, ["check", Repository.Path("bots", "it-support")]);
        (await check.WaitForExitAsync(Token)).ShouldBe(0);
        check.Output.ShouldContain("nothing to mend");
    }

    private ChildProcess Check() => ChildProcess.StartDotnet(SparkHost.Assembly, ["check", folder.Path("bot")]);
}
