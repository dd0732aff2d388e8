namespace Spark.Understanding.Intents.Features;

/// <summary>Sparse vectors, one an example.</summary>
internal sealed class SparseRows
{
    private readonly int[][] _places;
    private readonly float[][] _values;

    private SparseRows(int[][] places, float[][] values)
    {
        _places = places;
        _values = values;
    }

    public ReadOnlySpan<int> Places(int row) => _places[row];

    public ReadOnlySpan<float> Values(int row) => _values[row];

    public static SparseRows Of(HashedTexts texts, FeatureIndex index, FeatureSettings settings)
    {
        var places = new int[texts.Count][];
        var values = new float[texts.Count][];
        int middle = texts.Count / 2;
        Parallel.Invoke(() => Read(0, middle), () => Read(middle, texts.Count));
        return new(places, values);

        void Read(int from, int to)
        {
            var vector = new FeatureVector(index, settings);
            for (int text = from; text < to; text++)
            {
                vector.Read(texts.Words(text), texts.Pieces(text));
                places[text] = vector.Places.ToArray();
                values[text] = vector.Values.ToArray();
            }
        }
    }
}
