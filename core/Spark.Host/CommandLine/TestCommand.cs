using System.CommandLine;
using System.Diagnostics;
using Spark.Engine.Reading;
using Spark.Host.Bots;
using Spark.Host.Checking;
using Spark.Host.Hosting;
using Spark.Host.Rehearsing;
using Spark.Testing.Hosts;
using Spark.Testing.Playing;
using Spark.Testing.Reports;
using Spark.Testing.Suites;
using Spark.Testing.Torture;

namespace Spark.Host.CommandLine;

/// <summary><c>spark test</c>: plays the conversations that bots are tested with.</summary>
internal static class TestCommand
{
    private static readonly Argument<string> Folder = new("folder")
    {
        Description = "The folder of a bot, or of several.", DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string?> Plugins = HostOptions.Plugins();
    private static readonly Option<string?> Only = new("--only") { Description = "Plays only tests whose suite or name holds this text." };
    private static readonly Option<bool> Coverage = new("--coverage") { Description = "Shows which steps, outcomes, languages and channels the tests came by." };
    private static readonly Option<bool> Json = new("--json") { Description = "Prints the coverage as JSON, and the rest on the error stream." };
    private static readonly Option<bool> Tortured = new("--torture")
    {
        Description = "Plays every test again with each event twice, each message refused once, and the host killed behind each write.",
    };

    private static readonly Option<string?> JUnit = new("--junit") { Description = "Writes the results to this file, as JUnit's XML." };

    public static Command Create()
    {
        var command = new Command("test", "Plays the conversations in tests/*.test.yaml of a bot.") { Folder, Plugins, Only, Coverage, Json, Tortured, JUnit };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(Folder);
        var folders = BotFolders.Find(path);
        if (folders.Count == 0)
        {
            await Console.Error.WriteLineAsync($"SPK12001: there is no bot.yaml in {path}, nor in a folder directly below it.");
            return ExitCode.Error;
        }

        var plugins = parsed.GetValue(Plugins) ?? SparkPaths.DefaultPlugins();
        var offers = await InstalledPlugins.OffersAsync(plugins, cancellationToken);
        var played = new List<PlayedTest>();
        var tortured = new List<TortureRun>();
        var isGood = true;
        foreach (var folder in folders)
        {
            isGood &= await RunAsync(folder, offers, plugins, parsed, played, tortured, cancellationToken);
        }

        if (parsed.GetValue(JUnit) is { } file)
        {
            await using var stream = File.Create(file);
            JUnitWriter.Write(stream, played, tortured);
        }

        return isGood ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<bool> RunAsync(
        string folder,
        InstalledOffers offers,
        string plugins,
        ParseResult parsed,
        List<PlayedTest> allPlayed,
        List<TortureRun> allTortured,
        CancellationToken cancellationToken)
    {
        var output = parsed.GetValue(Json) ? Console.Error : Console.Out;
        var source = await BotFolder.LoadAsync(folder, cancellationToken);
        var reading = BotReader.Read(source, offers);
        if (reading.Bot is not { } compiled)
        {
            FindingPrinter.Print(Console.Error, source.Name, [.. reading.Findings.Where(finding => finding.Level == FindingLevel.Error)]);
            return false;
        }

        var read = SuiteReader.Read(compiled, await SuiteFile.LoadAsync(folder, cancellationToken), [.. offers.Channels.Keys]);
        FindingPrinter.PrintLines(Console.Error, [.. read.Findings.Select(finding => finding with { At = finding.At with { File = $"{source.Name}/{finding.At.File}" } })]);
        if (read.HasErrors)
        {
            return false;
        }

        var bot = new TestBot(compiled, source);
        var suites = Filter(read.Suites, parsed.GetValue(Only));
        var began = Stopwatch.GetTimestamp();
        var played = await SuiteRunner.RunAsync(bot, suites, cancellationToken);
        TestPrinter.Print(output, compiled.Id, played, Stopwatch.GetElapsedTime(began));
        allPlayed.AddRange(played);
        var isGood = played.All(test => test.IsGood);
        if (parsed.GetValue(Tortured))
        {
            var runs = await new TortureChamber(bot, RealStage.OfThisProgram(folder, plugins)).RunAsync(played, cancellationToken);
            TestPrinter.Print(output, compiled.Id, runs);
            allTortured.AddRange(runs);
            isGood &= runs.All(run => run.IsGood);
        }

        PrintCoverage(parsed, CoverageCount.Of(compiled, played));
        return isGood;
    }

    private static void PrintCoverage(ParseResult parsed, CoverageReport report)
    {
        if (parsed.GetValue(Coverage) && parsed.GetValue(Json))
        {
            CoveragePrinter.PrintJson(Console.Out, report);
        }
        else if (parsed.GetValue(Coverage))
        {
            CoveragePrinter.Print(Console.Out, report);
        }
    }

    private static IReadOnlyList<TestSuite> Filter(IReadOnlyList<TestSuite> suites, string? only) => only is null
        ? suites
        : [.. suites.Select(suite => suite with { Tests = [.. suite.Tests.Where(test => $"{test.Suite}: {test.Name}".Contains(only, StringComparison.OrdinalIgnoreCase))] })];
}
