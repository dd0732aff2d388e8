using Spark.Understanding.Intents.Features;
using Spark.Understanding.Intents.Models;

namespace Spark.Understanding.Intents.Training;

/// <summary>Turns examples into a model. The same examples and settings give the same model, byte for byte, however many cores there are.</summary>
internal static class IntentTrainer
{
    public static IntentModel Train(IReadOnlyList<TrainingExample> examples, ClassifierSettings settings, IntentModel? previous)
    {
        string[] intents = [.. examples.Select(example => example.Intent).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (intents.Length == 0)
        {
            throw new ArgumentException("There is no example of an intent.", nameof(examples));
        }

        bool hasNone = examples.Any(example => example.Intent is null);
        Dictionary<string, int> labelOf = intents.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        int[] labels = [.. examples.Select(example => example.Intent is { } intent ? labelOf[intent] : intents.Length)];
        var hashes = HashedTexts.Of([.. examples.Select(example => example.Text)], settings.Features);
        var index = FeatureIndex.Build(hashes, settings.Features);
        var rows = SparseRows.Of(hashes, index, settings.Features);
        var networks = new HiddenNetwork[settings.Networks];
        settings = settings with { HiddenUnits = settings.UnitsFor(examples.Count, intents.Length) };
        int passes = Passes(examples.Count, settings);
        Parallel.For(0, networks.Length, network =>
        {
            ulong seed = ((ulong)settings.Seed * 1_000_003) + (ulong)network;
            var training = new NetworkTraining(rows, labels, index.Count, intents.Length + (hasNone ? 1 : 0), settings, seed);
            if (previous is not null && network < previous.Networks.Count && previous.HiddenUnits == settings.HiddenUnits)
            {
                training.Resume(previous.Networks[network], Match(index, previous.Index), Match(intents, previous.Intents));
            }

            networks[network] = training.Train(previous is null ? passes : (passes + 1) / 2);
        });
        var calibration = Calibration.For(labels.Count(label => label < intents.Length), intents.Length);
        var model = new IntentModel(settings.Features, index, networks, intents, new(0, [], []), calibration, hasNone);
        return model with { Traces = Trace(model, rows, labels) };
    }

    // The same steps as when a text is classified, so that an example is exactly like itself.
    private static ExampleTraces Trace(IntentModel model, SparseRows rows, int[] labels)
    {
        int units = model.Networks.Count * model.HiddenUnits;
        int[][] kept =
        [
            .. labels.Index()
                .Where(entry => entry.Item < model.Intents.Count)
                .GroupBy(entry => entry.Item, entry => entry.Index)
                .OrderBy(group => group.Key)
                .Select(group => Spread([.. group])),
        ];
        int[] order = [.. kept.SelectMany(group => group)];
        var values = new sbyte[order.Length * units];
        int middle = order.Length / 2;
        Parallel.Invoke(() => Read(0, middle), () => Read(middle, order.Length));
        return new(units, [.. kept.Select(group => group.Length)], values);

        void Read(int from, int to)
        {
            ClassifierBuffers buffers = model.NewBuffers();
            for (int at = from; at < to; at++)
            {
                model.Score(rows.Places(order[at]), rows.Values(order[at]), buffers);
                ExampleTraces.Quantize(buffers.AllHidden, values.AsSpan(at * units, units));
            }
        }
    }

    // Of very many examples of an intent some, from the first to the last.
    private static int[] Spread(int[] examples) => examples.Length <= ExampleTraces.MostOfOne
        ? examples
        : [.. Enumerable.Range(0, ExampleTraces.MostOfOne).Select(at => examples[(int)((long)at * examples.Length / ExampleTraces.MostOfOne)])];

    private static int Passes(int examples, ClassifierSettings settings) =>
        Math.Max(
            Math.Clamp(settings.LeastSteps / examples, settings.Passes, Math.Max(settings.Passes, settings.MostPasses)),
            Math.Min(settings.FewestSteps / examples, 2 * settings.MostPasses));

    private static int[] Match(FeatureIndex index, FeatureIndex previous)
    {
        var places = new int[index.Count];
        for (int place = 0; place < places.Length; place++)
        {
            places[place] = previous.Find(index.Hashes[place]);
        }

        return places;
    }

    private static int[] Match(string[] intents, IReadOnlyList<string> previous) =>
        [.. intents.Select(intent => previous.Index().Where(entry => entry.Item == intent).Select(entry => entry.Index).FirstOrDefault(-1))];
}
