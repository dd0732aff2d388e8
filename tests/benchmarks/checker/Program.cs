using System.Diagnostics;
using System.Globalization;
using Spark.Benchmarks.Checker;
using Spark.Engine.Reading;
using Spark.Offload;

// Loading from the disk and checking, as `spark check` does it after its plugins are loaded.
var offers = new InstalledOffers
{
    OffloadProviders = new Dictionary<string, OffloadKind>(StringComparer.Ordinal) { ["queue"] = OffloadKind.Owner },
    OffloadChannels = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal) { ["queue"] = new HashSet<string>(StringComparer.Ordinal) { "sparkcentral" } },
    Channels = new Dictionary<string, ChannelProfile>(StringComparer.Ordinal) { ["sparkcentral"] = new() { Choices = 0 }, ["web-chat"] = new() },
};
foreach (var dialogs in (int[])[10, 100, 1_000, 4_000])
{
    var folder = Directory.CreateTempSubdirectory("spark-checker-");
    LargeBot.Write(folder.FullName, dialogs);
    var times = new List<double>();
    var work = new List<double>();
    var findings = 0;
    for (var round = 0; round < 9; round++)
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var result = BotReader.Read(await BotFolder.LoadAsync(folder.FullName, CancellationToken.None), offers);
        times.Add(watch.Elapsed.TotalMilliseconds);
        work.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        findings = result.Findings.Count;
    }

    folder.Delete(recursive: true);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{dialogs,6} dialogs: first {times[0],7:0} ms, median {times.Order().ElementAt(times.Count / 2),7:0} ms, best {times.Min(),7:0} ms; CPU median {work.Order().ElementAt(work.Count / 2),7:0} ms; {findings} findings"));
}
