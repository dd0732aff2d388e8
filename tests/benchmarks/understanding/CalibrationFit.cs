using System.Globalization;
using Spark.Understanding.Intents;
using Spark.Understanding.Intents.Models;

namespace Spark.Benchmarks.Understanding;

/// <summary>
/// Finds the curves from the probability of the likeliest intent, and from the likeness to one of its examples, to the confidence: how
/// often such a verdict is right where some messages mean none of the intents, by the number of intents and of examples an intent. Logistic regression on held-out training sentences
/// of bots of many sizes, each of which weighs the same.
/// </summary>
internal static class CalibrationFit
{
    // Of the messages that a bot gets, so many mean nothing that it knows: the less it knows, the more. Two of seven are of its trade;
    // intents that were left out of Banking77 are harder to tell from the others than what people say to a bot by mistake.
    private const double LeastForeign = 0.14;
    private const double NearPart = 2.0 / 7;

    private static readonly (int Known, int Shots)[] Sizes =
    [
        (57, int.MaxValue), (57, 30), (57, 10), (57, 5), (20, int.MaxValue), (20, 30), (20, 10), (20, 5), (6, 30), (6, 10), (6, 5), (3, 30), (3, 10),
    ];

    private static readonly double[] Thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7];

    public static void Print(IReadOnlyList<TrainingExample> rows, ClassifierSettings settings, int folds, IReadOnlyList<string> elsewhere)
    {
        var bots = new List<Bot>();
        foreach (var (known, shots) in Sizes)
        {
            var examples = Math.Min(shots, rows.Count / (double)rows.Select(row => row.Intent).Distinct(StringComparer.Ordinal).Count() * 0.8);
            bots.Add(new(known, examples, CrossValidation.Run(rows, settings, folds, shots, known, elsewhere: elsewhere).Verdicts));
        }

        var (probability, likeness) = LogisticFit.OfLesser(
            [.. bots.SelectMany(bot => bot.Points(bot.ByProbability))], [.. bots.SelectMany(bot => bot.Points(bot.ByLikeness))]);
        double At(Bot bot, Verdict verdict) => Math.Min(LogisticFit.Probability(probability, bot.ByProbability(verdict)), LogisticFit.Probability(likeness, bot.ByLikeness(verdict)));
        Console.WriteLine("Offset, slope, what is added to the offset for each power of ten of examples and for one by the number of intents, the same for the slope; and to the offset for the square of the first and for both");
        Console.WriteLine("By probability: " + Line(probability));
        Console.WriteLine("By likeness: " + Line(likeness));
        Console.WriteLine();
        Console.WriteLine($"| Known intents | examples | right | right, foreign of the same trade and of another refused %, at {string.Join(" | ", Thresholds)} |");
        foreach (var bot in bots)
        {
            var cells = Thresholds.Select(threshold => string.Create(
                CultureInfo.InvariantCulture,
                $"{Part(bot.Known, verdict => verdict.IsRight && At(bot, verdict) >= threshold):0.0}, {Part(bot.Near, verdict => At(bot, verdict) < threshold):0.0}, {Part(bot.Far, verdict => At(bot, verdict) < threshold):0.0}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {bot.Intents} | {bot.Examples:0} | {Part(bot.Known, verdict => verdict.IsRight):0.0} | {string.Join(" | ", cells)} |"));
        }

        Console.WriteLine();
        Console.WriteLine("How often verdicts of a confidence are right, in %, foreign sentences among them:");
        foreach (var bot in bots)
        {
            var cells = Enumerable.Range(0, 10).Select(step => bot.Share(verdict => Math.Min(9, (int)(At(bot, verdict) * 10)) == step, verdict => verdict.IsRight));
            Console.WriteLine($"| {bot.Intents} | {bot.Examples:0} | {string.Join(" | ", cells)} |");
        }

        // Two intents are nearly as likely, neither is sure enough, and it is sure enough that it is one of the two: is it?
        Console.WriteLine();
        Console.WriteLine("How often one of two close intents is meant, in %, by the confidence as a part of the threshold; and how many known, foreign and far messages they are, in thousandths");
        double[] parts = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
        foreach (var threshold in new[] { 0.2, 0.25, 0.3, 0.5 })
        {
            var cells = parts.Zip(parts.Skip(1), (from, to) => bots.Select(bot => (Bot: bot, Asked: bot.Verdicts.Where(verdict =>
                verdict.Closeness >= 0.7 && verdict.Found!.EitherConfidence >= threshold && verdict.Confidence >= from * threshold && verdict.Confidence < to * threshold).ToArray())).ToArray())
                .Select(asked => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{100 * asked.Sum(one => one.Asked.Where(verdict => verdict.IsEitherRight).Sum(one.Bot.Weight)) / asked.Sum(one => one.Asked.Sum(one.Bot.Weight)):0} of {1000 * asked.Sum(one => one.Asked.Sum(one.Bot.Weight)) / bots.Count:0.0}"));
            Console.WriteLine($"| {threshold} | {string.Join(" | ", cells)} |");
        }
    }

    private static string Line(double[] weights) => string.Join(", ", weights.Select(weight => weight.ToString("0.00", CultureInfo.InvariantCulture)));

    private static double Part(IEnumerable<Verdict> verdicts, Func<Verdict, bool> those) =>
        verdicts.Select(verdict => those(verdict) ? 100.0 : 0).DefaultIfEmpty(double.NaN).Average();

    private sealed record Bot(int Intents, double Examples, IReadOnlyList<Verdict> Verdicts)
    {
        public IReadOnlyList<Verdict> Known { get; } = [.. Verdicts.Where(verdict => !verdict.IsForeign)];

        public IReadOnlyList<Verdict> Near { get; } = [.. Verdicts.Where(verdict => verdict.IsForeign && !verdict.IsElsewhere)];

        public IReadOnlyList<Verdict> Far { get; } = [.. Verdicts.Where(verdict => verdict.IsElsewhere)];

        public double[] ByProbability(Verdict verdict)
        {
            var bounded = Math.Clamp(verdict.Probability, 1e-6, 1 - 1e-6);
            return Features(Math.Log(bounded / (1 - bounded)));
        }

        public double[] ByLikeness(Verdict verdict) => Features(Calibration.Nearness(verdict.Likeness));

        public IEnumerable<(double[] Features, bool IsRight, double Weight)> Points(Func<Verdict, double[]> features) =>
            Verdicts.Select(verdict => (features(verdict), verdict.IsRight, Weight(verdict)));

        public string Share(Func<Verdict, bool> of, Func<Verdict, bool> those)
        {
            Verdict[] all = [.. Verdicts.Where(of)];
            var share = 100 * all.Where(those).Sum(Weight) / all.Sum(Weight);
            return all.Length < 20 ? "–" : share.ToString("0", CultureInfo.InvariantCulture);
        }

        // Each kind of sentence weighs what it is of the messages that such a bot gets.
        public double Weight(Verdict verdict)
        {
            var foreign = LeastForeign + (1.0 / Intents);
            return verdict.IsElsewhere ? foreign * (1 - NearPart) / Far.Count : verdict.IsForeign ? foreign * NearPart / Near.Count : (1 - foreign) / Known.Count;
        }

        public double[] Features(double signal)
        {
            var many = Math.Log10(Math.Min(Examples, 100));
            return [1, signal, many, 1.0 / Intents, signal * many, signal / Intents, many * many, many / Intents];
        }
    }
}
