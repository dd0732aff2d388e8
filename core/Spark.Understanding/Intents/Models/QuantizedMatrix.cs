using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Spark.Understanding.Intents.Training;

namespace Spark.Understanding.Intents.Models;

/// <summary>
/// Weights in one byte each, with a scale a row. Each column is summed in the order of the rows whatever the width of the machine's
/// vectors, so that scores are the same everywhere. Immutable.
/// </summary>
internal sealed class QuantizedMatrix
{
    private const int Lane = 64;

    private readonly sbyte[] _values;
    private readonly float[] _scales;
    private readonly int _stride;

    private QuantizedMatrix(int columns, sbyte[] values, float[] scales)
    {
        Columns = columns;
        _stride = Width(columns);
        _values = values;
        _scales = scales;
    }

    public int Rows => _scales.Length;

    public int Columns { get; }

    /// <summary>The length of a buffer that takes the scores of so many columns.</summary>
    public static int Width(int columns) => (columns + Lane - 1) / Lane * Lane;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static QuantizedMatrix Of(WeightMatrix weights)
    {
        int stride = Width(weights.Classes);
        var values = new sbyte[weights.Features * stride];
        var scales = new float[weights.Features];
        for (int row = 0; row < weights.Features; row++)
        {
            ReadOnlySpan<float> source = weights.Row(row);
            float most = 0;
            foreach (float value in source)
            {
                most = Math.Max(most, Math.Abs(value));
            }

            scales[row] = most / 127;
            for (int column = 0; most > 0 && column < source.Length; column++)
            {
                values[row * stride + column] = (sbyte)MathF.Round(source[column] / most * 127);
            }
        }

        return new(weights.Classes, values, scales);
    }

    /// <summary>Sets the scores: the sum of the rows at the places, each times its value. The buffer is as long as <see cref="Width"/> says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<int> places, ReadOnlySpan<float> values, Span<float> scores)
    {
        ref sbyte weights = ref MemoryMarshal.GetArrayDataReference(_values);
        int quarter = Vector<float>.Count;
        for (int column = 0; column < _stride; column += Vector<sbyte>.Count)
        {
            Vector<float> first = Vector<float>.Zero;
            Vector<float> second = Vector<float>.Zero;
            Vector<float> third = Vector<float>.Zero;
            Vector<float> fourth = Vector<float>.Zero;
            for (int index = 0; index < places.Length; index++)
            {
                int row = places[index];
                var value = new Vector<float>(values[index] * _scales[row]);
                Vector.Widen(Vector.LoadUnsafe(ref weights, (nuint)((row * _stride) + column)), out Vector<short> low, out Vector<short> high);
                Vector.Widen(low, out Vector<int> lowest, out Vector<int> lower);
                Vector.Widen(high, out Vector<int> higher, out Vector<int> highest);
                first = Vector.FusedMultiplyAdd(value, Vector.ConvertToSingle(lowest), first);
                second = Vector.FusedMultiplyAdd(value, Vector.ConvertToSingle(lower), second);
                third = Vector.FusedMultiplyAdd(value, Vector.ConvertToSingle(higher), third);
                fourth = Vector.FusedMultiplyAdd(value, Vector.ConvertToSingle(highest), fourth);
            }

            first.CopyTo(scores[column..]);
            second.CopyTo(scores[(column + quarter)..]);
            third.CopyTo(scores[(column + (2 * quarter))..]);
            fourth.CopyTo(scores[(column + (3 * quarter))..]);
        }
    }

    /// <summary>One weight.</summary>
    public float At(int row, int column) => _values[(row * _stride) + column] * _scales[row];

    public void Write(BinaryWriter writer)
    {
        writer.Write(Rows);
        writer.Write(Columns);
        writer.Write(MemoryMarshal.AsBytes(_scales.AsSpan()));
        for (int row = 0; row < Rows; row++)
        {
            writer.Write(MemoryMarshal.AsBytes(_values.AsSpan(row * _stride, Columns)));
        }
    }

    public static QuantizedMatrix Read(BinaryReader reader, int rows, int columns)
    {
        if (reader.ReadInt32() != rows || reader.ReadInt32() != columns)
        {
            throw new InvalidDataException("A table of weights has not the size that the model names.");
        }

        var scales = new float[rows];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
        int stride = Width(columns);
        var values = new sbyte[rows * stride];
        for (int row = 0; row < rows; row++)
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(row * stride, columns)));
        }

        return new(columns, values, scales);
    }
}
