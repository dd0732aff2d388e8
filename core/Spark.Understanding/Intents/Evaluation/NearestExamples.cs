using Spark.Understanding.Intents.Features;

namespace Spark.Understanding.Intents.Evaluation;

/// <summary>Finds the example of an intent that a text is most like, by the angle between their vectors.</summary>
internal sealed class NearestExamples
{
    private readonly IReadOnlyList<TrainingExample> _examples;
    private readonly SparseRows _rows;
    private readonly FeatureVector _vector;
    private readonly float[] _weights;

    public NearestExamples(IReadOnlyList<TrainingExample> examples, FeatureSettings features)
    {
        _examples = examples;
        var hashes = HashedTexts.Of([.. examples.Select(example => example.Text)], features);
        var index = FeatureIndex.Build(hashes, features);
        _rows = SparseRows.Of(hashes, index, features);
        _vector = new(index, features);
        _weights = new float[index.Count];
    }

    /// <summary>The nearest example other than the text itself; null when none has anything in common with it.</summary>
    public string? Find(string text, string intent)
    {
        _vector.Read(text);
        for (int at = 0; at < _vector.Count; at++)
        {
            _weights[_vector.Places[at]] = _vector.Values[at];
        }

        string? nearest = null;
        float most = 0;
        for (int row = 0; row < _examples.Count; row++)
        {
            if (string.Equals(_examples[row].Intent, intent, StringComparison.Ordinal) && Likeness(row) is var likeness && likeness > most)
            {
                (most, nearest) = (likeness, _examples[row].Text);
            }
        }

        foreach (int place in _vector.Places)
        {
            _weights[place] = 0;
        }

        return nearest;
    }

    private float Likeness(int row)
    {
        float sum = 0;
        ReadOnlySpan<int> places = _rows.Places(row);
        ReadOnlySpan<float> values = _rows.Values(row);
        for (int at = 0; at < places.Length; at++)
        {
            sum += values[at] * _weights[places[at]];
        }

        return sum;
    }
}
