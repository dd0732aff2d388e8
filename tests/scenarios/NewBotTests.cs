using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary><c>spark new bot</c>: a bot that has nothing to mend and whose test is green.</summary>
public sealed class NewBotTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_bot_has_nothing_to_mend_and_its_test_passes_every_step()
    {
        var bot = folder.Path("rooms");
        (await RunAsync(0, "new", "bot", "rooms", "--to", bot)).ShouldContain("spark chat");
        (await RunAsync(0, "check", bot)).ShouldContain("rooms: nothing to mend.");
        var tested = await RunAsync(0, "test", bot, "--coverage");
        tested.ShouldContain("1 of 1 tests passed");
        tested.ShouldMatch(@"steps +(\d+) +\1 +100%");
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_a_name_that_is_no_id_is_refused()
    {
        folder.Write("taken/notes.txt", "mine");
        (await RunAsync(2, "new", "bot", "taken", "--to", folder.Path("taken"))).ShouldContain("SPK12083");
        Directory.EnumerateFileSystemEntries(folder.Path("taken")).Count().ShouldBe(1);
        (await RunAsync(1, "new", "bot", "My Bot", "--to", folder.Path("my"))).ShouldContain("SPK1107");
        Directory.Exists(folder.Path("my")).ShouldBeFalse();
    }

    private static async Task<string> RunAsync(int exitCode, params string[] arguments)
    {
        await using var spark = ChildProcess.StartDotnet(SparkHost.Assembly, arguments);
        (await spark.WaitForExitAsync(Token)).ShouldBe(exitCode, spark.Output);
        return spark.Output;
    }
}
