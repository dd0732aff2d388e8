using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Choices;

/// <summary><c>boolean</c>: whether a text says yes or no. The phrase of most words decides, among equals the first.</summary>
internal sealed class BooleanRecognizer(LanguageTable table) : IRecognizer
{
    // A sign says it plainer than two words.
    private const int WeightOfSign = 3;
    private const int FirstSkinTone = 0x1F3FB;
    private const int LastSkinTone = 0x1F3FF;

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        (int Start, int Next, bool Truth, int Words)? best = null;
        for (int index = 0; index < text.Count; index++)
        {
            foreach ((string category, bool truth) in (ReadOnlySpan<(string, bool)>)[("no", false), ("yes", true)])
            {
                if (table.Longest(category, text, index) is { } said && WordsOf(text, index, said.Next) is var words && words > (best?.Words ?? 0))
                {
                    best = (index, said.Next, truth, words);
                }
            }
        }

        if (best is { } found)
        {
            int next = found.Next < text.Count && IsSkinTone(text.At(found.Next)) ? found.Next + 1 : found.Next;
            yield return new Entity(
                EntityTypes.Boolean, text.Slice(found.Start, next), text[found.Start].Start, text[next - 1].End, [new EntityValue { Truth = found.Truth }]);
        }
    }

    private static int WordsOf(PiecedText text, int start, int next) => text.Is(start, PieceKind.Sign)
        ? WeightOfSign
        : 1 + Enumerable.Range(start + 1, next - start - 1).Count(index => !text.IsGlued(index));

    private static bool IsSkinTone(string sign) => sign.Length == 2 && char.ConvertToUtf32(sign, 0) is >= FirstSkinTone and <= LastSkinTone;
}
