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
        bool isInside = text.IsGlued(index) && (text.Is(index - 1, PieceKind.Word) || text.Is(index - 1, PieceKind.Digits) || text.At(index - 1) is "." or "," or ":"
            || (text.At(index - 1) == "-" && text.IsGlued(index - 1) && text.Is(index - 2, PieceKind.Word)))
            && !text.Is(index, PieceKind.Word);
        if (isInside)
        {
            return null;
        }

        foreach (NumberReading number in numbers.ReadSigned(text, index))
        {
            if (ReadUnit(text, number) is { } unit)
            {
                return new Quantity(number, unit.Meaning, unit.Next);
            }
        }

        return null;
    }

    /// <summary>The unit behind a number; null when none follows.</summary>
    public (string Meaning, int Next)? ReadUnit(PiecedText text, NumberReading number)
    {
        int at = number.Next;
        if (Math.Abs(number.Value) >= LeastCountedOf && table.Longest("unit-of", text, at) is { } of)
        {
            at = of.Next;
        }
        else if (text.At(at) == "-" || (text.At(at) is "{" or "(" && category == "dimension"))
        {
            at++;
        }

        foreach ((string meaning, int next) in table.Category(category).Read(text, at))
        {
            bool isLetterBehindDash = text.At(at - 1) == "-" && next == at + 1 && text.At(at).Length == 1;
            bool isCode = text.At(next) == "-" && text.IsGlued(next) && text.Is(next + 1, PieceKind.Digits) && text.IsGlued(next + 1);
            if (!isLetterBehindDash && !isCode && !(text.IsGlued(next) && text.Is(next, PieceKind.Word) && text.Is(next - 1, PieceKind.Word)) && !(text.IsGlued(next) && text.Is(next, PieceKind.Digits)))
            {
                return (meaning, text.At(at - 1) == "{" && text.At(next) == "}" ? next + 1 : next);
            }
        }

        return null;
    }
}
