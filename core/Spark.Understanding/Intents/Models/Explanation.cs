using Spark.Understanding.Intents.Features;
using Spark.Understanding.Text;

namespace Spark.Understanding.Intents.Models;

/// <summary>Finds out which n-grams decided, by leaving out one after the other.</summary>
internal static class Explanation
{
    private const int MostWords = 50;

    public static IReadOnlyList<Evidence> Of(IntentModel model, string text)
    {
        var buffers = model.NewBuffers();
        buffers.Vector.Read(text);
        int[] places = buffers.Vector.Places.ToArray();
        float[] values = buffers.Vector.Values.ToArray();
        if (places.Length == 0 || model.Outputs < 2)
        {
            return [];
        }

        model.Score(places, values, buffers);
        float[] scores = buffers.Sums[..model.Outputs];
        int best = Array.IndexOf(scores, scores.Max());
        int next = Enumerable.Range(0, scores.Length).Where(output => output != best).MaxBy(output => scores[output]);
        float lead = scores[best] - scores[next];
        Dictionary<int, string> names = Names(model, text);
        var evidence = new List<Evidence>();
        for (int at = 0; at < places.Length; at++)
        {
            float value = values[at];
            values[at] = 0;
            model.Score(places, values, buffers);
            values[at] = value;
            if (names.TryGetValue(places[at], out string? name))
            {
                evidence.Add(new(name, lead - (buffers.Sums[best] - buffers.Sums[next])));
            }
        }

        return [.. evidence.OrderByDescending(part => Math.Abs(part.Weight)).ThenBy(part => part.Part, StringComparer.Ordinal)];
    }

    // The model knows hashes only: the n-grams of the text are hashed once more to find their names.
    private static Dictionary<int, string> Names(IntentModel model, string text)
    {
        var names = new Dictionary<int, string>();
        string[] words = [.. Tokenizer.Split(text).Take(MostWords).Select(token => token.Text)];
        for (int word = 0; word < words.Length; word++)
        {
            uint hash = FeatureHashes.OfWord(words[word]);
            Add(hash, words[word]);
            for (int length = 2; length <= model.Features.WordGrams && word + length <= words.Length; length++)
            {
                hash = FeatureHashes.Join(hash, FeatureHashes.OfWord(words[word + length - 1]));
                Add(hash, string.Join(' ', words.AsSpan(word, length).ToArray()));
            }

            string padded = $" {words[word]} ";
            for (int start = 0; start < padded.Length; start++)
            {
                for (int length = model.Features.ShortestPiece; length <= model.Features.LongestPiece && start + length <= padded.Length; length++)
                {
                    Add(FeatureHashes.OfPiece(padded.AsSpan(start, length)), $"|{padded.Substring(start, length)}|");
                }
            }
        }

        return names;

        void Add(uint hash, string name)
        {
            if (model.Index.Find(hash) is var place and >= 0)
            {
                names.TryAdd(place, name);
            }
        }
    }
}
