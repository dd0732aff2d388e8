using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Spark.Understanding.Intents.Training;

/// <summary>
/// A weight for each pair of feature and class, the classes of a feature side by side. Each class is summed in the order of the features
/// whatever the width of the machine's vectors, so that results are the same everywhere. The loops are
/// compiled fully at once: most bots are trained before the runtime would get round to it.
/// </summary>
internal sealed class WeightMatrix
{
    private const int Lane = 32;

    private readonly float[] _values;

    public WeightMatrix(int features, int classes)
    {
        Features = features;
        Classes = classes;
        Stride = (classes + Lane - 1) / Lane * Lane;
        _values = new float[features * Stride];
    }

    public int Features { get; }

    public int Classes { get; }

    /// <summary>The number of classes, rounded up so that vectors fit; what is beyond the classes stays 0.</summary>
    public int Stride { get; }

    public float this[int feature, int label]
    {
        get => _values[(feature * Stride) + label];
        set => _values[(feature * Stride) + label] = value;
    }

    public ReadOnlySpan<float> Row(int feature) => _values.AsSpan(feature * Stride, Classes);

    /// <summary>Sets all weights at random, evenly between plus and minus the size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Randomize(SeededGenerator random, float size)
    {
        for (int feature = 0; feature < Features; feature++)
        {
            foreach (ref float value in _values.AsSpan(feature * Stride, Classes))
            {
                value = ((random.NextSingle() * 2) - 1) * size;
            }
        }
    }

    /// <summary>Sets the scores: the sum of the features' rows, each times its value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<int> places, ReadOnlySpan<float> values, Span<float> scores)
    {
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_values);
        ref float target = ref MemoryMarshal.GetReference(scores);
        int step = Vector<float>.Count;
        for (int column = 0; column < Stride; column += step * 2)
        {
            Vector<float> first = Vector<float>.Zero;
            Vector<float> second = Vector<float>.Zero;
            for (int index = 0; index < places.Length; index++)
            {
                nuint at = (nuint)((places[index] * Stride) + column);
                var value = new Vector<float>(values[index]);
                first = Vector.FusedMultiplyAdd(value, Vector.LoadUnsafe(ref weights, at), first);
                second = Vector.FusedMultiplyAdd(value, Vector.LoadUnsafe(ref weights, at + (nuint)step), second);
            }

            first.StoreUnsafe(ref target, (nuint)column);
            second.StoreUnsafe(ref target, (nuint)(column + step));
        }
    }

    /// <summary>Adds to the row of each feature its value times a change a class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<int> places, ReadOnlySpan<float> values, ReadOnlySpan<float> change)
    {
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_values);
        ref float source = ref MemoryMarshal.GetReference(change);
        for (int index = 0; index < places.Length; index++)
        {
            var value = new Vector<float>(values[index]);
            int row = places[index] * Stride;
            for (int column = 0; column < Stride; column += Vector<float>.Count)
            {
                nuint at = (nuint)(row + column);
                Vector.FusedMultiplyAdd(value, Vector.LoadUnsafe(ref source, (nuint)column), Vector.LoadUnsafe(ref weights, at)).StoreUnsafe(ref weights, at);
            }
        }
    }

    /// <summary>The sum of a feature's weights, each times that of its class; in parts of a fixed number, whatever the width of the machine's vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Dot(int feature, ReadOnlySpan<float> scores)
    {
        Span<float> parts = stackalloc float[Lane];
        parts.Clear();
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_values);
        ref float source = ref MemoryMarshal.GetReference(scores);
        ref float sums = ref MemoryMarshal.GetReference(parts);
        for (int part = 0; part < Lane; part += Vector<float>.Count)
        {
            Vector<float> sum = Vector<float>.Zero;
            for (int column = part; column < Stride; column += Lane)
            {
                sum = Vector.FusedMultiplyAdd(
                    Vector.LoadUnsafe(ref weights, (nuint)((feature * Stride) + column)), Vector.LoadUnsafe(ref source, (nuint)column), sum);
            }

            sum.StoreUnsafe(ref sums, (nuint)part);
        }

        float total = 0;
        foreach (float part in parts)
        {
            total += part;
        }

        return total;
    }
}
