using Spark.Understanding.Entities.Pieces;

namespace Spark.Understanding.Entities.Words;

/// <summary>What phrases mean, looked up at a place in a text. Filled while it is made, only read afterwards.</summary>
internal sealed class PhraseTree
{
    private readonly Dictionary<string, PhraseTree> _next = new(StringComparer.Ordinal);

    private bool _needsGlue;

    /// <summary>What the phrase that ends here means; null when none ends here.</summary>
    public string? Meaning { get; private set; }

    public void Add(string phrase, string meaning)
    {
        var pieces = new PiecedText(phrase);
        PhraseTree node = this;
        for (int index = 0; index < pieces.Count; index++)
        {
            // Digits within a phrase touch what is before them: "m2" is no "m 2".
            node._needsGlue |= pieces.Is(index, PieceKind.Digits) && pieces.IsGlued(index);
            if (!node._next.TryGetValue(pieces.At(index), out PhraseTree? next))
            {
                node._next.Add(pieces.At(index), next = new PhraseTree());
            }

            node = next;
        }

        node.Meaning ??= meaning;
    }

    /// <summary>All phrases that start at the index, the longest first: what they mean and the index behind them.</summary>
    public List<(string Meaning, int Next)> Read(PiecedText text, int index)
    {
        List<(string Meaning, int Next)> found = [];
        PhraseTree node = this;
        while (index < text.Count && node._next.TryGetValue(text.At(index), out PhraseTree? next)
            && !(node._needsGlue && text.Is(index, PieceKind.Digits) && !text.IsGlued(index)))
        {
            node = next;
            index++;
            if (node.Meaning is { } meaning)
            {
                found.Insert(0, (meaning, index));
            }
        }

        return found;
    }

    /// <summary>Whether a phrase begins with a piece.</summary>
    public bool MayStart(string piece) => _next.ContainsKey(piece);

    /// <summary>What one word means by itself; null when it means nothing.</summary>
    public string? Find(string word) => _next.TryGetValue(word, out PhraseTree? node) ? node.Meaning : null;
}
