using System.Diagnostics;
using System.Globalization;
using Spark.Benchmarks.Understanding;
using Spark.Understanding.Intents;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["languages", ..])
{
    LanguageScore.Print(args.Skip(1).FirstOrDefault());
    return 0;
}

if (args is not [var mode, var path, ..])
{
    Console.Error.WriteLine("tune|seeds|curves|reject|calibrate|small|load|lean TRAIN.csv [FOLDS [FOLDER OF RECOGNIZERS]], entities FOLDER [FILE [LANGUAGE]], or languages [FOLDER]");
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
        var elsewhere = args.Length > 3 ? ForeignSentences.Read(args[3]) : [];
        Rejections.Print(rows, defaults, folds, elsewhere);
        break;
    case "calibrate":
        CalibrationFit.Print(rows, defaults, folds, args.Length > 3 ? ForeignSentences.Read(args[3]) : []);
        break;
    case "small":
        var small = CategoryTable.Some(rows, intents: 20, examples: 10);
        var sizes = new[] { defaults, defaults with { FewestHiddenUnits = defaults.FewHiddenUnits } };
        for (var round = 0; round < 40; round++)
        {
            var clock = Stopwatch.StartNew();
            var before = Environment.CpuUsage.TotalTime;
            var classifier = IntentClassifier.Train(small, sizes[round % 2]);
            var processor = Environment.CpuUsage.TotalTime - before;
            Console.WriteLine(
                $"{small.Count} examples, {sizes[round % 2].FewestHiddenUnits} units: {clock.Elapsed.TotalMilliseconds:0} ms, {processor.TotalMilliseconds:0} ms of processor time, {classifier.Write().Length / 1000} kB");
        }

        break;
    case "load":
        var model = IntentClassifier.Train(rows, defaults).Write();
        for (var round = 0; round < 10; round++)
        {
            var clock = Stopwatch.StartNew();
            var loaded = IntentClassifier.Read(model);
            Console.WriteLine($"{loaded.Intents.Count} intents, {model.Length / 1000} kB: {clock.Elapsed.TotalMilliseconds:0.0} ms");
        }

        break;
    case "lean":
        Console.WriteLine("| Change to the defaults | 20 intents, 10 examples: accuracy % | processor ms | 77 intents, 5 examples: accuracy % |");
        Console.WriteLine("|---|--:|--:|--:|");
        foreach (var (name, settings) in Variations.Lean(defaults))
        {
            var few = CrossValidation.Run(rows, settings, folds, shots: 10, known: 20, judgeForeign: false);
            var spent = few.ProcessorSeconds * 1000;
            var many = CrossValidation.Run(rows, settings, Math.Min(folds, 2), shots: 5);
            Console.WriteLine($"| {name} | {few.Accuracy:0.00} | {spent:0} | {many.Accuracy:0.00} |");
        }

        break;
}

return 0;
