using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Numbers;

/// <summary><c>percentage</c>: "10 %", "ten percent", "percentage of 10".</summary>
internal sealed class PercentRecognizer(LanguageTable table, NumberReader numbers) : IRecognizer
{
    private const int LongestAddress = 200;

    private readonly char _point = table.Setting("decimal", ".")[0];

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        for (int index = 0; index < text.Count; index++)
        {
            if (Read(text, index) is { } found)
            {
                yield return new Entity(
                    EntityTypes.Percentage, text.Slice(index, found.Next), text[index].Start, text[found.Next - 1].End,
                    [new EntityValue { Value = NumberFormat.Write(found.Value, _point) + "%" }]);
                index = found.Next - 1;
            }
        }
    }

    private (double Value, int Next)? Read(PiecedText text, int index)
    {
        if (table.Longest("percent-of", text, index) is { } of)
        {
            return numbers.Read(text, of.Next) is { } whole ? (whole.Value, whole.Next) : null;
        }

        bool isInside = text.IsGlued(index) && !text.Is(index - 1, PieceKind.Sign);
        if (isInside || IsInAddress(text, index) || numbers.Read(text, index) is not { } number || table.Longest("percent", text, number.Next) is not { } percent)
        {
            return null;
        }

        bool goesOn = text.IsGlued(percent.Next) && !text.Is(percent.Next, PieceKind.Sign);
        return goesOn ? null : (number.Value, percent.Next);
    }

    // "?q=30%25%2020%" says nothing of percentages.
    private static bool IsInAddress(PiecedText text, int index)
    {
        int least = index - LongestAddress;
        while (index > least && text.IsGlued(index))
        {
            index--;
            if (text.At(index) is "%" or "=" or "&")
            {
                return true;
            }
        }

        return false;
    }
}
