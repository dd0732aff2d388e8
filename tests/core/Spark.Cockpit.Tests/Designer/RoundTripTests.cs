using System.Globalization;
using Spark.Tests;

namespace Spark.Cockpit.Tests.Designer;

/// <summary>
/// What the designer writes into a bot's files. The code that does it runs in browsers, so its tests run in Node
/// (<c>core/Spark.Cockpit/app/tests</c>): seeded random edits on random dialogs and bots, each compared with the same edit made in the text or of
/// the values.
/// </summary>
public sealed class RoundTripTests
{
    // Of each of ten kinds of edit of a text; twice as many on dialogs in rarer forms, and as many bots with five edits each.
    private const string Cases = "40";

    private static string App => Repository.Path("core", "Spark.Cockpit", "app");

    [Fact]
    public async Task An_edit_on_the_canvas_writes_what_its_author_would_have_written_and_no_other_line()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(App, "node_modules")), "The cockpit's packages are not there: there is no Node on this machine.");

        // Another one each time; a difference names the seed of its own case.
        var seed = Random.Shared.Next(1, 1_000_000_000).ToString(CultureInfo.InvariantCulture);

        var (code, output) = await Node.RunAsync(App, ["tests/run.mjs", seed, Cases], TestContext.Current.CancellationToken);

        code.ShouldBe(0, $"node tests/run.mjs {seed} {Cases}\n{output}");
        var kinds = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.LastIndexOf(' ')]).ToList();
        kinds.Count(kind => kind.StartsWith("bot: ", StringComparison.Ordinal)).ShouldBe(6, output);
        kinds.Count(kind => kind.StartsWith("form: ", StringComparison.Ordinal)).ShouldBe(6, output);
        kinds.Count.ShouldBe(22, output);
    }
}
