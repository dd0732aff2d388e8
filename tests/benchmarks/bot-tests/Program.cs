// Conversations a second of `spark test`, in normal mode: the tests of a bot again and again, after a warm-up.
// dotnet run -c Release --project tests/benchmarks/bot-tests -- [BOT FOLDER] [SECONDS]
using System.Diagnostics;
using System.Globalization;
using Spark.Engine.Reading;
using Spark.Offload;
using Spark.Testing.Hosts;
using Spark.Testing.Playing;
using Spark.Testing.Suites;

var folder = args.Length > 0 ? args[0] : "bots/it-support";
var length = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 10);
var offers = new InstalledOffers
{
    Actions = new HashSet<string>(StringComparer.Ordinal) { "pause", "opening-hours", "categorize" },
    OffloadProviders = new Dictionary<string, OffloadKind>(StringComparer.Ordinal)
    {
        ["sparkcentral-queue"] = OffloadKind.Owner, ["itsm"] = OffloadKind.Ticket, ["webhook-desk"] = OffloadKind.Relay,
    },
};
var source = await BotFolder.LoadAsync(folder, CancellationToken.None);
var bot = new TestBot(BotReader.Read(source, offers).Bot ?? throw new InvalidOperationException($"{folder} has errors."), source);
var suites = SuiteReader.Read(bot.Bot, await SuiteFile.LoadAsync(folder, CancellationToken.None)).Suites;

var first = Stopwatch.GetTimestamp();
var once = await SuiteRunner.RunAsync(bot, suites, CancellationToken.None);
Report("first round", once.Count, once.Sum(test => test.Log.Count), Stopwatch.GetElapsedTime(first), 0);
await RunAsync(TimeSpan.FromSeconds(2));

var allocated = GC.GetTotalAllocatedBytes();
var cpu = Process.GetCurrentProcess().TotalProcessorTime;
var began = Stopwatch.GetTimestamp();
var (conversations, turns) = await RunAsync(length);
var took = Stopwatch.GetElapsedTime(began);
Report("warm", conversations, turns, took, GC.GetTotalAllocatedBytes() - allocated);
using var self = Process.GetCurrentProcess();
Console.WriteLine(FormattableString.Invariant($"CPU: {(self.TotalProcessorTime - cpu).TotalMicroseconds / conversations:0} µs a conversation, {Environment.ProcessorCount} cores"));

async Task<(int Conversations, int Turns)> RunAsync(TimeSpan until)
{
    var start = Stopwatch.GetTimestamp();
    var (played, taken) = (0, 0);
    while (Stopwatch.GetElapsedTime(start) < until)
    {
        var round = await SuiteRunner.RunAsync(bot, suites, CancellationToken.None);
        played += round.Count;
        taken += round.Sum(test => test.Log.Count);
    }

    return (played, taken);
}

static void Report(string what, int conversations, int turns, TimeSpan took, long bytes) => Console.WriteLine(FormattableString.Invariant(
    $"{what}: {conversations} conversations, {turns} turns in {took.TotalSeconds:0.00} s: {conversations / took.TotalSeconds:0} conversations/s, {bytes / 1024 / Math.Max(1, conversations)} kB each"));
