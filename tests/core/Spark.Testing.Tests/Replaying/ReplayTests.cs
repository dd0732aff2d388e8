using Spark.Engine.Reading;
using Spark.Testing.Playing;
using Spark.Testing.Replaying;
using Spark.Testing.Tests.Support;

namespace Spark.Testing.Tests.Replaying;

/// <summary>A replay gets its effects from the events alone.</summary>
public sealed class ReplayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_changed_text_is_exactly_the_difference()
    {
        var bot = await DemoBot.ReadAsync();
        var changed = await DemoBot.ReadAsync(Change);
        var tests = (await DemoBot.SuitesAsync(bot)).Single(suite => suite.Id == "english").Tests;
        var played = await TestStage.PlayAsync(bot, tests.Single(test => test.Name.Equals("the desk is closed", StringComparison.Ordinal)), Hardship.None, Token);

        var replayed = new Replay(new OneBot(changed.Bot)).Run(played.Began, played.Test.Channel, played.Log);
        var difference = Comparison.Of(played.Log, null, replayed).ShouldHaveSingleItem();
        difference.Logged.ShouldNotBeNull().ShouldContain("Have a good day!");
        difference.Replayed.ShouldBe(difference.Logged.Replace("Have a good day!", "Until next time!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_logged_of_effects_is_only_compared()
    {
        var bot = await DemoBot.ReadAsync();
        var tests = (await DemoBot.SuitesAsync(bot)).Single(suite => suite.Id == "english").Tests;
        var played = await TestStage.PlayAsync(bot, tests[0], Hardship.None, Token);
        var emptied = played.Log.Select(turn => turn with { Effects = [] }).ToList();

        var replayed = new Replay(new OneBot(bot.Bot)).Run(played.Began, played.Test.Channel, emptied);
        Comparison.Of(played.Log, played.Ended, replayed).ShouldBeEmpty();
    }

    private static BotSource Change(BotSource source)
    {
        var files = new Dictionary<string, string>(source.Files, StringComparer.Ordinal);
        files["dialogs/goodbye.yaml"] = files["dialogs/goodbye.yaml"].Replace("Have a good day!", "Until next time!", StringComparison.Ordinal);
        return source with { Files = files };
    }
}
