using Spark.Understanding.Intents.Models;
using Spark.Understanding.Intents.Training;

namespace Spark.Understanding.Intents;

/// <summary>
/// Says which of the intents that it was trained on a text means. Made by training or from the bytes of a model; immutable, safe on any
/// thread. It keeps no sentence, only hashes of n-grams and their weights.
/// </summary>
public sealed class IntentClassifier
{
    /// <summary>
    /// The confidence from which a verdict counts unless a bot says otherwise. It refuses about one in fifty of the sentences that are
    /// understood rightly, be the bot small or large, more than nineteen in twenty of those about something else, and four in ten of
    /// those about something else of the same trade.
    /// </summary>
    public const double DefaultThreshold = 0.3;

    /// <summary>The version of the bytes of a model, and of how it is trained.</summary>
    internal const int FormatVersion = ModelFormat.Version;

    private readonly IntentModel _model;
    private ClassifierBuffers? _spare;

    private IntentClassifier(IntentModel model) => _model = model;

    /// <summary>The names of the intents.</summary>
    public IReadOnlyList<string> Intents => _model.Intents;

    /// <summary>How many n-grams are known.</summary>
    public int FeatureCount => _model.Index.Count;

    /// <summary>Trains a classifier. On two cores 10,000 sentences take a second or two, 200 some hundredths of one.</summary>
    /// <param name="examples">At least one of an intent; in any order, which counts for the result.</param>
    /// <param name="settings">How to train.</param>
    /// <exception cref="ArgumentException">There is no example of an intent.</exception>
    public static IntentClassifier Train(IReadOnlyList<TrainingExample> examples, ClassifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(settings);
        return new(IntentTrainer.Train(examples, settings, previous: null));
    }

    /// <summary>
    /// Trains a classifier on changed examples, starting from what this one knows, in half of the time: for trying things out. What is
    /// published is trained from scratch, so that it depends on nothing but the examples.
    /// </summary>
    /// <param name="examples">All examples, the old ones too.</param>
    /// <param name="settings">How to train; other n-grams or units than before start from scratch.</param>
    public IntentClassifier Retrain(IReadOnlyList<TrainingExample> examples, ClassifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(settings);
        return new(IntentTrainer.Train(examples, settings, settings.Features == _model.Features ? _model : null));
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a whole model of the version that this Spark reads.</exception>
    public static IntentClassifier Read(ReadOnlyMemory<byte> bytes) => new(ModelFormat.Read(bytes));

    /// <summary>The model as bytes, which never change.</summary>
    public byte[] Write() => ModelFormat.Write(_model);

    /// <summary>The likeliest intents; null for a text in which nothing is known or that is longer than what is looked at.</summary>
    public Classification? Classify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ClassifierBuffers buffers = Interlocked.Exchange(ref _spare, null)
            ?? _model.NewBuffers();
        buffers.Vector.Read(text);
        Classification? classification = buffers.Vector.Count == 0 ? null : Rank(buffers);
        _spare = buffers;
        return classification;
    }

    /// <summary>The parts of a text that decided, the weightiest first. For people who ask why; takes some hundred times as long as classifying.</summary>
    public IReadOnlyList<Evidence> Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Explanation.Of(_model, text);
    }

    private Classification Rank(ClassifierBuffers buffers)
    {
        _model.Score(buffers.Vector.Places, buffers.Vector.Values, buffers);
        Span<float> probabilities = buffers.Sums.AsSpan(0, _model.Outputs);
        Probabilities.Of(probabilities, Calibration.NoneScore);
        Span<float> intents = probabilities[.._model.Intents.Count];
        ExampleTraces.Quantize(buffers.AllHidden, buffers.Trace);
        var best = new RankedIntent[Math.Min(3, intents.Length)];
        Span<int> places = stackalloc int[best.Length];
        for (int rank = 0; rank < best.Length; rank++)
        {
            int likeliest = 0;
            for (int intent = 1; intent < intents.Length; intent++)
            {
                likeliest = intents[intent] > intents[likeliest] ? intent : likeliest;
            }

            best[rank] = new(_model.Intents[likeliest], intents[likeliest]);
            places[rank] = likeliest;
            intents[likeliest] = -1;
        }

        double likeness = _model.Traces.Likeness(places[0], buffers.Trace);
        double confidence = _model.Calibration.Of(best[0].Probability, likeness);
        bool isClose = best.Length > 1 && best[1].Probability > best[0].Probability / 2;
        return new()
        {
            Intents = best,
            Likeness = likeness,
            Confidence = confidence,
            EitherConfidence = isClose
                ? _model.Calibration.Of(
                    best[0].Probability + best[1].Probability, Math.Max(likeness, _model.Traces.Likeness(places[1], buffers.Trace)))
                : confidence,
        };
    }
}
