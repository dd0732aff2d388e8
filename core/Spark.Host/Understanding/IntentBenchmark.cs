using System.Diagnostics;
using Spark.Understanding.Intents;

namespace Spark.Host.Understanding;

/// <summary>Trains on one table with the defaults and measures on another.</summary>
internal static class IntentBenchmark
{
    private const int Rounds = 3;

    public static IntentBenchmarkResult Run(
        IReadOnlyList<TrainingExample> train, IReadOnlyList<TrainingExample> test, string? outOfScope, long seed)
    {
        TrainingExample[] examples = [.. train.Select(example => string.Equals(example.Intent, outOfScope, StringComparison.Ordinal) ? example with { Intent = null } : example)];
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var trained = IntentClassifier.Train(examples, ClassifierSettings.Default with { Seed = seed });
        var trainSeconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        var trainCpu = (process.TotalProcessorTime - cpu).TotalSeconds;
        var model = trained.Write();

        // What is measured is what is stored.
        var classifier = IntentClassifier.Read(model);
        var (inScope, found, right, outside, rejected, rejectedOutside) = (0, 0, 0, 0, 0, 0);
        foreach (var (text, intent) in test)
        {
            var classification = classifier.Classify(text);
            var isRejected = classification is null || classification.Confidence < IntentClassifier.DefaultThreshold;
            var isOutside = outOfScope is not null && string.Equals(intent, outOfScope, StringComparison.Ordinal);
            var isRight = !isOutside && string.Equals(classification?.Best.Intent, intent, StringComparison.Ordinal);
            inScope += isOutside ? 0 : 1;
            outside += isOutside ? 1 : 0;
            right += isRight ? 1 : 0;
            found += isRight && !isRejected ? 1 : 0;
            rejected += isRejected ? 1 : 0;
            rejectedOutside += isRejected && isOutside ? 1 : 0;
        }

        var (microseconds, bytes) = Measure(classifier, test);
        process.Refresh();
        return new()
        {
            InScopeAccuracy = Share(outOfScope is null ? right : found, inScope) ?? 0,
            InScopeAccuracyWithoutThreshold = Share(right, inScope) ?? 0,
            OosRecall = Share(rejectedOutside, outside),
            OosPrecision = outside == 0 ? null : Share(rejectedOutside, rejected),
            Threshold = IntentClassifier.DefaultThreshold,
            TrainSeconds = Math.Round(trainSeconds, 3),
            TrainCpuSeconds = Math.Round(trainCpu, 3),
            MicrosecondsPerClassification = Math.Round(microseconds, 2),
            BytesAllocatedPerClassification = Math.Round(bytes, 1),
            ModelBytes = model.Length,
            PeakBytes = process.PeakWorkingSet64,
        };
    }

    // The best of some rounds: the others met the compiler or another program.
    private static (double Microseconds, double Bytes) Measure(IntentClassifier classifier, IReadOnlyList<TrainingExample> test)
    {
        var least = double.PositiveInfinity;
        var bytes = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            foreach (var example in test)
            {
                classifier.Classify(example.Text);
            }

            least = Math.Min(least, clock.Elapsed.TotalMicroseconds / Math.Max(1, test.Count));
            bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Math.Max(1, test.Count);
        }

        return (least, bytes);
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : Math.Round((double)part / whole, 5);
}
