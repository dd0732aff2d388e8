using System.Diagnostics;
using System.Globalization;
using Spark.Benchmarks.Understanding;
using Spark.Understanding.Intents;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var mode, var path, ..])
{
    Console.Error.WriteLine("tune|seeds|curves|reject|small TRAIN.csv [FOLDS], or entities FOLDER [FILE [LANGUAGE]]");
    return 2;
}

if (mode == "entities")
{
    var score = EntityScore.Of(path, args.Skip(2).FirstOrDefault(), args.Skip(3).FirstOrDefault());
    Console.Write(args.Length > 2 ? score.Misses() : score.Table());
    return 0;
}

// Only train.csv is ever read here: test.csv is read by `spark nlu benchmark` alone.
var rows = CategoryTable.Read(path);
var folds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 2;
var defaults = ClassifierSettings.Default;
switch (mode)
{
    case "tune":
        Console.WriteLine("| Change to the defaults | accuracy % | balanced % | s |");
        Console.WriteLine("|---|--:|--:|--:|");
        foreach (var (name, settings) in Variations.Of(defaults))
        {
            var result = CrossValidation.Run(rows, settings, folds);
            Console.WriteLine($"| {name} | {result.Accuracy:0.00} | {result.Balanced:0.00} | {result.Seconds:0.00} |");
        }

        break;
    case "seeds":
        foreach (var seed in Enumerable.Range(1, 5))
        {
            var result = CrossValidation.Run(rows, defaults with { Seed = seed }, folds);
            Console.WriteLine($"| seed {seed} | {result.Accuracy:0.00} | {result.Balanced:0.00} | {result.Seconds:0.00} |");
        }

        break;
    case "curves":
        Console.WriteLine("| Examples an intent | accuracy % | s |");
        Console.WriteLine("|--:|--:|--:|");
        foreach (var shots in new[] { 5, 10, 30, int.MaxValue })
        {
            var result = CrossValidation.Run(rows, defaults, folds, shots);
            Console.WriteLine($"| {(shots == int.MaxValue ? "all" : shots)} | {result.Accuracy:0.00} | {result.Seconds:0.00} |");
        }

        break;
    case "reject":
        Console.WriteLine("| Known intents | examples | threshold | right ones refused % | foreign ones refused % |");
        Console.WriteLine("|--:|--:|--:|--:|--:|");
        foreach (var (known, shots) in new[] { (57, int.MaxValue), (57, 10), (20, 10), (6, 15), (3, 10) })
        {
            var result = CrossValidation.Run(rows, defaults, folds, shots, known);
            foreach (var threshold in new[] { 0.6, 0.65, 0.7, 0.75, 0.8 })
            {
                Console.WriteLine(
                    $"| {known} | {(shots == int.MaxValue ? "all" : shots)} | {threshold:0.00} | {result.Refused(threshold, foreign: false):0.0} | {result.Refused(threshold, foreign: true):0.0} |");
            }
        }

        Console.WriteLine();
        Console.WriteLine("| Confidence | verdicts | right % |");
        Console.WriteLine("|---|--:|--:|");
        foreach (var line in CrossValidation.Run(rows, defaults, folds).Reliability())
        {
            Console.WriteLine(line);
        }

        break;
    case "small":
        var small = CategoryTable.Some(rows, intents: 20, examples: 10);
        for (var round = 0; round < 5; round++)
        {
            var clock = Stopwatch.StartNew();
            var classifier = IntentClassifier.Train(small, defaults);
            Console.WriteLine($"{small.Count} examples: {clock.Elapsed.TotalMilliseconds:0} ms, {classifier.Write().Length / 1000} kB");
        }

        break;
}

return 0;
