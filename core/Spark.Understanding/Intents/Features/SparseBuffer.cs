using System.Runtime.CompilerServices;
using Spark.Understanding.Intents.Training;

namespace Spark.Understanding.Intents.Features;

/// <summary>A sparse vector that is filled again and again.</summary>
internal sealed class SparseBuffer
{
    private int[] _places = new int[512];
    private float[] _values = new float[512];
    private int _count;

    public ReadOnlySpan<int> Places => _places.AsSpan(0, _count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Adds a random part of a row's features, times a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddSome(SparseRows rows, int row, SeededGenerator random, float part, float factor)
    {
        ReadOnlySpan<int> places = rows.Places(row);
        ReadOnlySpan<float> values = rows.Values(row);
        if (_places.Length < _count + places.Length)
        {
            Array.Resize(ref _places, (_count + places.Length) * 2);
            Array.Resize(ref _values, _places.Length);
        }

        uint keep = (uint)(part * 65536);
        ulong bits = 0;
        for (int index = 0; index < places.Length; index++)
        {
            // A random number serves four features.
            bits = (index & 3) == 0 ? random.Next() : bits >> 16;
            if ((bits & 0xFFFF) < keep)
            {
                _places[_count] = places[index];
                _values[_count++] = values[index] * factor;
            }
        }
    }
}
