using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Spark.Understanding.Intents.Features;

/// <summary>The n-grams that a model knows: their places, those of words first, and how much each tells. Immutable.</summary>
internal sealed class FeatureIndex
{
    // Of few examples every n-gram tells.
    private const int FewTexts = 1_000;

    private readonly int[] _table;
    private readonly uint[] _hashes;
    private readonly int _mask;

    /// <param name="hashes">The n-grams, each once; those of words, then those of characters.</param>
    /// <param name="weights">How rare each is.</param>
    /// <param name="wordCount">How many are of words.</param>
    /// <param name="unknownWeight">How rare one is that is not listed.</param>
    public FeatureIndex(uint[] hashes, float[] weights, int wordCount, float unknownWeight)
    {
        _hashes = hashes;
        Weights = weights;
        WordCount = wordCount;
        UnknownWeight = unknownWeight;
        int size = 16;
        while (size < hashes.Length * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _table = new int[size];
        for (int index = 0; index < hashes.Length; index++)
        {
            uint slot = hashes[index] & (uint)_mask;
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & (uint)_mask;
            }

            _table[slot] = index + 1;
        }
    }

    public int Count => _hashes.Length;

    public int WordCount { get; }

    public float UnknownWeight { get; }

    public float[] Weights { get; }

    public ReadOnlySpan<uint> Hashes => _hashes;

    /// <summary>The place of an n-gram; -1 when it is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(uint hash)
    {
        uint slot = hash & (uint)_mask;
        while (_table[slot] is var entry and not 0)
        {
            if (_hashes[entry - 1] == hash)
            {
                return entry - 1;
            }

            slot = (slot + 1) & (uint)_mask;
        }

        return -1;
    }

    /// <summary>Lists the n-grams that enough texts hold, in the order in which they first stand there.</summary>
    public static FeatureIndex Build(HashedTexts texts, FeatureSettings settings)
    {
        var wordCounts = new Dictionary<uint, (int Count, int Last)>();
        var pieceCounts = new Dictionary<uint, (int Count, int Last)>();
        for (int text = 0; text < texts.Count; text++)
        {
            Tally(wordCounts, texts.Words(text), text);
            Tally(pieceCounts, texts.Pieces(text), text);
        }

        var hashes = new List<uint>();
        var weights = new List<float>();
        bool isSmall = texts.Count < FewTexts;
        Take(wordCounts, isSmall ? 1 : settings.WordMinimum, texts.Count, hashes, weights);
        int wordCount = hashes.Count;

        // The rare chance that a word and a piece have one hash: the word keeps it.
        foreach (uint hash in hashes)
        {
            pieceCounts.Remove(hash);
        }

        Take(pieceCounts, isSmall ? 1 : settings.PieceMinimum, texts.Count, hashes, weights);
        return new([.. hashes], [.. weights], wordCount, Rarity(0, texts.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tally(Dictionary<uint, (int Count, int Last)> counts, ReadOnlySpan<uint> hashes, int text)
    {
        foreach (uint hash in hashes)
        {
            ref (int Count, int Last) entry = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out bool exists);
            if (!exists || entry.Last != text)
            {
                entry = (entry.Count + 1, text);
            }
        }
    }

    private static void Take(Dictionary<uint, (int Count, int Last)> counts, int minimum, int texts, List<uint> hashes, List<float> weights)
    {
        foreach ((uint hash, (int count, _)) in counts)
        {
            if (count >= minimum)
            {
                hashes.Add(hash);
                weights.Add(Rarity(count, texts));
            }
        }
    }

    private static float Rarity(int count, int texts) => (float)(Math.Log((1.0 + texts) / (1.0 + count)) + 1);
}
