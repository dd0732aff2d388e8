using System.Runtime.CompilerServices;
using Spark.Understanding.Text;

namespace Spark.Understanding.Intents.Features;

/// <summary>
/// Turns texts into sparse vectors: n-grams weighted by how rare they are, the words' part of length 1 and the characters' part of the
/// length that the settings give. Buffers are used again and again. Not safe on several threads.
/// </summary>
internal sealed class FeatureVector(FeatureIndex index, FeatureSettings settings)
{
    private readonly FoldedWords _words = new();
    private readonly FeatureHashes _hashes = new(settings);
    private int[] _places = new int[512];
    private float[] _values = new float[512];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    public void Read(ReadOnlySpan<char> text)
    {
        _words.Read(text);
        _hashes.Read(_words);
        Read(_hashes.All[.._hashes.WordCount], _hashes.All[_hashes.WordCount..]);
    }

    public void Read(ReadOnlySpan<uint> words, ReadOnlySpan<uint> pieces)
    {
        int most = words.Length + pieces.Length;
        if (_places.Length < most)
        {
            Array.Resize(ref _places, most);
            Array.Resize(ref _values, most);
        }

        Count = 0;
        AddBlock(words, 1);
        AddBlock(pieces, settings.PieceWeight);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddBlock(ReadOnlySpan<uint> hashes, float length)
    {
        int start = Count;
        int end = start;
        int unknown = 0;
        foreach (uint hash in hashes)
        {
            int place = index.Find(hash);
            if (place >= 0)
            {
                _places[end++] = place;
            }
            else
            {
                unknown++;
            }
        }

        Array.Sort(_places, start, end - start);
        float sum = 0;
        for (int read = start; read < end;)
        {
            int place = _places[read];
            int next = read + 1;
            while (next < end && _places[next] == place)
            {
                next++;
            }

            float value = MathF.Sqrt(next - read) * index.Weights[place];
            sum += value * value;
            _places[Count] = place;
            _values[Count++] = value;
            read = next;
        }

        // What is not known counts in the length: a text of which little is known makes a short vector, and weak scores.
        float missing = unknown * index.UnknownWeight * index.UnknownWeight;
        if (sum > 0)
        {
            float scale = length / MathF.Sqrt(sum + missing);
            for (int at = start; at < Count; at++)
            {
                _values[at] *= scale;
            }
        }
    }
}
