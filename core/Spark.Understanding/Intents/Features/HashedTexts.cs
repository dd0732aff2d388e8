using Spark.Understanding.Text;

namespace Spark.Understanding.Intents.Features;

/// <summary>The n-grams of many texts as hashes.</summary>
internal sealed class HashedTexts
{
    private readonly uint[][] _hashes;
    private readonly int[] _wordCounts;

    private HashedTexts(uint[][] hashes, int[] wordCounts)
    {
        _hashes = hashes;
        _wordCounts = wordCounts;
    }

    public int Count => _hashes.Length;

    public ReadOnlySpan<uint> Words(int text) => _hashes[text].AsSpan(0, _wordCounts[text]);

    public ReadOnlySpan<uint> Pieces(int text) => _hashes[text].AsSpan(_wordCounts[text]);

    public static HashedTexts Of(IReadOnlyList<string> texts, FeatureSettings settings)
    {
        var hashes = new uint[texts.Count][];
        var wordCounts = new int[texts.Count];
        int middle = texts.Count / 2;
        Parallel.Invoke(() => Read(0, middle), () => Read(middle, texts.Count));
        return new(hashes, wordCounts);

        void Read(int from, int to)
        {
            var words = new FoldedWords();
            var features = new FeatureHashes(settings);
            for (int text = from; text < to; text++)
            {
                words.Read(texts[text]);
                features.Read(words);
                hashes[text] = features.All.ToArray();
                wordCounts[text] = features.WordCount;
            }
        }
    }
}
