using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Numbers;

/// <summary><c>ordinal</c>: "21st", "the second", "the last but one".</summary>
internal sealed class OrdinalRecognizer(LanguageTable table, NumberReader numbers) : IRecognizer
{
    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        for (int index = 0; index < text.Count;)
        {
            if (table.Longest("ordinal-not", text, index) is { } not)
            {
                index = not.Next;
            }
            else if (table.Longest("ordinal-relative", text, index) is { } relative)
            {
                yield return EntityOf(text, index, relative.Next, relative.Meaning);
                index = relative.Next;
            }
            else if (Read(text, index) is { } ordinal)
            {
                string value = NumberFormat.Write(ordinal.Value, '.');
                yield return new Entity(
                    EntityTypes.Ordinal, text.Slice(index, ordinal.Next), text[index].Start, text[ordinal.Next - 1].End,
                    [new EntityValue { Value = value, Offset = value, RelativeTo = "start" }]);
                index = ordinal.Next;
            }
            else
            {
                index++;
            }
        }
    }

    private NumberReading? Read(PiecedText text, int index)
    {
        // "a trillionth" is a fraction.
        if (table.Has("article-makes-fraction") && index > 0 && table.Longest("article", text, index - 1) is not null
            && table.Longest("ordinal-scale", text, index) is not null)
        {
            return null;
        }

        NumberReading? ordinal = numbers.Ordinals.Read(text, index);
        bool isInside = text.IsGlued(index) && text.Is(index, PieceKind.Digits) && text.Is(index - 1, PieceKind.Word);
        bool isSentenceEnd = ordinal is { IsDigits: true } && text.At(ordinal.Next - 1) == ".";
        return isInside || isSentenceEnd ? null : ordinal;
    }

    private static Entity EntityOf(PiecedText text, int index, int next, string meaning)
    {
        int sign = meaning.IndexOfAny(['+', '-']);
        string offset = meaning[sign] == '+' ? meaning[(sign + 1)..] : meaning[sign..];
        return new Entity(
            EntityTypes.OrdinalRelative, text.Slice(index, next), text[index].Start, text[next - 1].End,
            [new EntityValue { Value = meaning, Offset = offset, RelativeTo = meaning[..sign] }]);
    }
}
