using Spark.Testing.Playing;
using Spark.Testing.Replaying;
using Spark.Testing.Reports;
using Spark.Testing.Tests.Support;
using Spark.Testing.Torture;

namespace Spark.Testing.Tests.Playing;

/// <summary>The tutorial's own tests: whole, green, and not to be shaken.</summary>
public sealed class DemoBotTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_tests_pass_and_come_by_every_step_outcome_and_language()
    {
        var bot = await DemoBot.ReadAsync();
        var played = await SuiteRunner.RunAsync(bot, await DemoBot.SuitesAsync(bot), Token);
        played.Where(test => !test.IsGood).SelectMany(test => TestPrinter.Lines(test).Prepend(test.Title)).ShouldBeEmpty();
        var coverage = CoverageCount.Of(bot.Bot, played);
        coverage.Steps.Missing.ShouldBeEmpty();
        coverage.Outcomes.Missing.ShouldBeEmpty();
        coverage.Languages.SelectMany(language => language.Value.Missing.Select(missing => $"{language.Key}: {missing}")).ShouldBeEmpty();
        coverage.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task Under_torture_they_say_the_same()
    {
        var bot = await DemoBot.ReadAsync();
        var played = await SuiteRunner.RunAsync(bot, await DemoBot.SuitesAsync(bot), Token);
        var runs = await new TortureChamber(bot, real: null).RunAsync(played, Token);
        runs.Count.ShouldBeGreaterThan(10 * played.Count);
        runs.Where(run => !run.IsGood).SelectMany(run => run.Difference.Prepend($"{run.Test.Title}, {run.Hardship}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_conversation_that_they_made_is_replayed_byte_by_byte()
    {
        var bot = await DemoBot.ReadAsync();
        var played = await SuiteRunner.RunAsync(bot, await DemoBot.SuitesAsync(bot), Token);
        foreach (var test in played)
        {
            var replayed = new Replay(new OneBot(bot.Bot)).Run(test.Began, test.Test.Channel, test.Log);
            test.Log.ShouldNotBeEmpty();
            Comparison.Of(test.Log, test.Ended, replayed).ShouldBeEmpty(test.Title);
        }
    }
}
