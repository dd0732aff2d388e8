using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Quantities;

/// <summary>Reads a number and the unit behind it.</summary>
internal sealed class QuantityReader(LanguageTable table, NumberReader numbers, string category)
{
    // "two million of euros", but not "two of cups".
    private const double LeastCountedOf = 1e3;

    /// <summary>The amount at the index; null when there is no number with a unit.</summary>
    public Quantity? Read(PiecedText text, int index)
    {
        bool isInside = text.IsGlued(index) && (text.Is(index - 1, PieceKind.Word) || text.Is(index - 1, PieceKind.Digits) || text.At(index - 1) is "." or ",")
            && !text.Is(index, PieceKind.Word);
        if (isInside || numbers.Read(text, index) is not { } number)
        {
            return null;
        }

        return ReadUnit(text, number) is { } unit ? new Quantity(number, unit.Meaning, unit.Next) : null;
    }

    /// <summary>The unit behind a number; null when none follows.</summary>
    public (string Meaning, int Next)? ReadUnit(PiecedText text, NumberReading number)
    {
        int at = number.Next;
        if (Math.Abs(number.Value) >= LeastCountedOf && table.Longest(category + "-of", text, at) is { } of)
        {
            at = of.Next;
        }
        else if (text.At(at) == "-" || (text.At(at) is "{" or "(" && category == "dimension"))
        {
            at++;
        }

        foreach ((string meaning, int next) in table.Category(category).Read(text, at))
        {
            if (!(text.IsGlued(next) && text.Is(next, PieceKind.Word) && text.Is(next - 1, PieceKind.Word)) && !(text.IsGlued(next) && text.Is(next, PieceKind.Digits)))
            {
                return (meaning, text.At(at - 1) == "{" && text.At(next) == "}" ? next + 1 : next);
            }
        }

        return null;
    }
}
