using System.Runtime.CompilerServices;
using Spark.Understanding.Text;

namespace Spark.Understanding.Intents.Features;

/// <summary>
/// The n-grams of a text as hashes: first those of words, then those of characters within words. Buffers are used again and again. Not
/// safe on several threads.
/// </summary>
internal sealed class FeatureHashes(FeatureSettings settings)
{
    private const uint Prime = 0x01000193;
    private const uint Basis = 0x811C9DC5;

    private uint[] _hashes = new uint[512];
    private uint[] _words = new uint[64];
    private char[] _padded = new char[64];
    private int _count;

    /// <summary>How many of <see cref="All"/> are of words.</summary>
    public int WordCount { get; private set; }

    /// <summary>The hashes, a repeated n-gram as often as it stands in the text.</summary>
    public ReadOnlySpan<uint> All => _hashes.AsSpan(0, _count);

    public void Read(FoldedWords words)
    {
        _count = 0;
        AddWordGrams(words);
        WordCount = _count;
        for (int word = 0; word < words.Count; word++)
        {
            AddPieces(words[word]);
        }
    }

    /// <summary>The hash of a sequence of characters of a word, by which an explanation finds it again.</summary>
    public static uint OfPiece(ReadOnlySpan<char> piece)
    {
        uint hash = Basis;
        foreach (char character in piece)
        {
            hash = (hash ^ character) * Prime;
        }

        return Mix(hash ^ 0x5bd1e995);
    }

    /// <summary>The hash of a word.</summary>
    public static uint OfWord(ReadOnlySpan<char> word)
    {
        uint hash = Basis;
        foreach (char character in word)
        {
            hash = (hash ^ character) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>The hash of a sequence of words from those of its parts.</summary>
    public static uint Join(uint left, uint right) => Mix((left * 0x9E3779B1) ^ (right + 0x7F4A7C15));

    /// <summary>The hash of two words with others between them.</summary>
    public static uint JoinApart(uint left, uint right) => Mix((left * 0x85EBCA6B) ^ (right + 0x27D4EB2F));

    private void AddWordGrams(FoldedWords words)
    {
        if (_words.Length < words.Count)
        {
            Array.Resize(ref _words, words.Count * 2);
        }

        for (int word = 0; word < words.Count; word++)
        {
            Add(_words[word] = OfWord(words[word]));
        }

        for (int word = 0; word < words.Count; word++)
        {
            uint hash = _words[word];
            for (int length = 2; length <= settings.WordGrams && word + length <= words.Count; length++)
            {
                Add(hash = Join(hash, _words[word + length - 1]));
            }

            for (int distance = 2; distance <= settings.SkipDistance && word + distance < words.Count; distance++)
            {
                Add(JoinApart(_words[word], _words[word + distance]));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPieces(ReadOnlySpan<char> word)
    {
        int length = word.Length + 2;
        if (_padded.Length < length)
        {
            Array.Resize(ref _padded, length * 2);
        }

        _padded[0] = ' ';
        word.CopyTo(_padded.AsSpan(1));
        _padded[length - 1] = ' ';
        for (int start = 0; start < length; start++)
        {
            uint hash = Basis;
            int end = Math.Min(length, start + settings.LongestPiece);
            for (int index = start; index < end; index++)
            {
                hash = (hash ^ _padded[index]) * Prime;
                if (index - start + 1 >= settings.ShortestPiece)
                {
                    Add(Mix(hash ^ 0x5bd1e995));
                }
            }
        }
    }

    private void Add(uint hash)
    {
        if (_count == _hashes.Length)
        {
            Array.Resize(ref _hashes, _count * 2);
        }

        _hashes[_count++] = hash;
    }

    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
