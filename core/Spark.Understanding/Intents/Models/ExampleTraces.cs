using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Spark.Understanding.Intents.Models;

/// <summary>
/// What the hidden units of the networks made of each example, in a byte a unit: how like a text is to what was seen. A text that scores
/// high for an intent and is like none of its examples is more often than not about something else of the same trade. No n-gram, let alone
/// a sentence, can be read from it. Immutable.
/// </summary>
internal sealed class ExampleTraces
{
    /// <summary>So many examples of an intent are kept at most, so that the time is bounded.</summary>
    public const int MostOfOne = 128;

    private const int Lane = 64;

    private readonly sbyte[] _values;
    private readonly int[] _firsts;
    private readonly float[] _lengths;
    private readonly int _stride;

    /// <param name="units">The units of all networks together.</param>
    /// <param name="counts">How many examples of each intent there are.</param>
    /// <param name="values">The examples' units, intent by intent.</param>
    public ExampleTraces(int units, IReadOnlyList<int> counts, ReadOnlySpan<sbyte> values)
    {
        Units = units;
        Counts = counts;
        _stride = Width(units);
        _firsts = new int[counts.Count + 1];
        for (int intent = 0; intent < counts.Count; intent++)
        {
            _firsts[intent + 1] = _firsts[intent] + counts[intent];
        }

        _values = new sbyte[_firsts[^1] * _stride];
        _lengths = new float[_firsts[^1]];
        for (int row = 0; row < _lengths.Length; row++)
        {
            values.Slice(row * units, units).CopyTo(_values.AsSpan(row * _stride));
            _lengths[row] = MathF.Sqrt(Dot(row, _values.AsSpan(row * _stride, _stride)));
        }
    }

    public int Units { get; }

    public IReadOnlyList<int> Counts { get; }

    /// <summary>The length of a buffer for the units of a text.</summary>
    public static int Width(int units) => (units + Lane - 1) / Lane * Lane;

    /// <summary>Activations, none of them below 0, in a byte each, as parts of the greatest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Quantize(ReadOnlySpan<float> activations, Span<sbyte> trace)
    {
        float most = 0;
        foreach (float activation in activations)
        {
            most = Math.Max(most, activation);
        }

        float scale = most > 0 ? 127 / most : 0;
        for (int unit = 0; unit < activations.Length; unit++)
        {
            trace[unit] = (sbyte)((activations[unit] * scale) + 0.5f);
        }
    }

    /// <summary>The cosine between a text and the example of an intent that is most like it; from 0 to 1.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="trace">The text's units, as long as <see cref="Width"/> says.</param>
    public double Likeness(int intent, ReadOnlySpan<sbyte> trace)
    {
        float best = 0;
        for (int row = _firsts[intent]; row < _firsts[intent + 1]; row++)
        {
            best = Math.Max(best, Dot(row, trace) / Math.Max(1, _lengths[row]));
        }

        int square = 0;
        foreach (sbyte unit in trace)
        {
            square += unit * unit;
        }

        return Math.Min(1, best / MathF.Sqrt(Math.Max(1, square)));
    }

    public void Write(BinaryWriter writer)
    {
        foreach (int count in Counts)
        {
            writer.Write(count);
        }

        for (int row = 0; row < _lengths.Length; row++)
        {
            writer.Write(MemoryMarshal.AsBytes(_values.AsSpan(row * _stride, Units)));
        }
    }

    // Whole numbers: the same on every machine in whatever order they are summed. Two products fit into sixteen bits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Dot(int row, ReadOnlySpan<sbyte> trace)
    {
        ref sbyte left = ref MemoryMarshal.GetArrayDataReference(_values);
        ref sbyte right = ref MemoryMarshal.GetReference(trace);
        Vector<int> sum = Vector<int>.Zero;
        for (int at = 0; at < _stride; at += Vector<sbyte>.Count)
        {
            Vector.Widen(Vector.LoadUnsafe(ref left, (nuint)((row * _stride) + at)), out Vector<short> low, out Vector<short> high);
            Vector.Widen(Vector.LoadUnsafe(ref right, (nuint)at), out Vector<short> otherLow, out Vector<short> otherHigh);
            Vector.Widen((low * otherLow) + (high * otherHigh), out Vector<int> first, out Vector<int> second);
            sum += first + second;
        }

        return Vector.Sum(sum);
    }
}
