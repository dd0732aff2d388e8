using Spark.Engine.Reading;
using Spark.Offload;
using Spark.Testing.Hosts;
using Spark.Testing.Suites;
using Spark.Tests;

namespace Spark.Testing.Tests.Support;

/// <summary>The bot under <c>bots/it-support</c> with its tests.</summary>
internal static class DemoBot
{
    public static InstalledOffers Offers { get; } = new()
    {
        Actions = new HashSet<string>(StringComparer.Ordinal) { "pause", "opening-hours", "categorize" },
        OffloadProviders = new Dictionary<string, OffloadKind>(StringComparer.Ordinal) { ["sparkcentral-queue"] = OffloadKind.Owner, ["itsm"] = OffloadKind.Ticket, ["webhook-desk"] = OffloadKind.Relay },
    };

    public static string Folder { get; } = Repository.Path("bots", "it-support");

    public static async Task<TestBot> ReadAsync(Func<BotSource, BotSource>? change = null)
    {
        var source = await BotFolder.LoadAsync(Folder, TestContext.Current.CancellationToken);
        source = change?.Invoke(source) ?? source;
        return new(BotReader.Read(source, Offers).Bot.ShouldNotBeNull(), source);
    }

    public static async Task<IReadOnlyList<TestSuite>> SuitesAsync(TestBot bot)
    {
        var read = SuiteReader.Read(bot.Bot, await SuiteFile.LoadAsync(Folder, TestContext.Current.CancellationToken));
        read.Findings.ShouldBeEmpty();
        return read.Suites;
    }
}
