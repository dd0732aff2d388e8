using System.Globalization;
using Spark.Benchmarks.Cockpit;
using Spark.Tests;

// First paints and interactions of the cockpit in a real Chromium, with many conversations in the database. Usage: [conversations] [sqlite|postgres]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
string[] stores = args.Length > 1 ? [args[1]] : ["sqlite", "postgres"];
foreach (var store in stores)
{
    var folder = Directory.CreateTempSubdirectory("spark-benchmark-cockpit-");
    await using var cluster = store == "postgres" ? await PostgresCluster.StartAsync(CancellationToken.None) : null;
    try
    {
        var stage = new Stage(folder.FullName, cluster?.ConnectionString("postgres"));
        Console.WriteLine($"## {store}, {count} conversations\n");
        var first = await stage.TalkAsync();
        await stage.FillAsync(count);
        await stage.MeasureAsync(first);
        Console.WriteLine();
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}
