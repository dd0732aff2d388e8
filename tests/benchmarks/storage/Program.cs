using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spark.Benchmarks.Storage;
using Spark.Storage;

// Turns on SQLite: a commit (state of 1 kB, one key, one message) and the end of its message. Usage: [folder] [conversations …]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parent = args.Length > 0 ? args[0] : Path.GetTempPath();
int[] sizes = args.Length > 1 ? [.. args[1..].Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [1_000, 200_000];

Console.WriteLine("| Conversations | at once | turns/s | CPU, µs a turn | of it kernel | kB allocated | kB written | p50, ms | p99, ms | log, MB |");
Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
foreach (var size in sizes)
{
    var folder = Directory.CreateDirectory(Path.Combine(parent, $"spark-benchmark-{Environment.ProcessId}-{size}"));
    try
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddSparkSqlite(folder.FullName);
        await using var provider = services.BuildServiceProvider();
        var load = await Load.PrepareAsync(provider, size);
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var (atOnce, turns) in new[] { (1, 1_000), (32, 20_000) })
            {
                var figures = await load.RunAsync(atOnce, turns);
                var log = new FileInfo(Path.Combine(folder.FullName, "spark.db-wal")).Length / 1e6;
                Console.WriteLine(
                    $"| {size} | {atOnce} | {figures.TurnsPerSecond:0} | {figures.CpuMicroseconds:0} | {figures.KernelMicroseconds:0} | {figures.KilobytesAllocated:0.0} "
                    + $"| {figures.KilobytesWritten:0.0} | {figures.Median:0.0} | {figures.Slow:0.0} | {log:0} |");
            }
        }
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}
