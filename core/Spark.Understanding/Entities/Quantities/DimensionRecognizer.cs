using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Quantities;

/// <summary><c>dimension</c>: "six miles", "5 ft 2 in", "75ml".</summary>
internal sealed class DimensionRecognizer(LanguageTable table, NumberReader numbers) : IRecognizer
{
    private const string Angle = "/Angle";

    private readonly char _point = table.Setting("decimal", ".")[0];
    private readonly QuantityReader _quantities = new(table, numbers, "dimension");
    private readonly QuantityReader _parts = new(table, numbers, "dimension-part");

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        bool isAngle = Topic.Holds(text, table, "angle-context");
        bool isWarm = Topic.Holds(text, table, "temperature-context");
        for (int index = 0; index < text.Count; index++)
        {
            if (_quantities.Read(text, index) is { } found)
            {
                bool counts = IsMeant(text, found)
                    && (!found.Unit.EndsWith(Angle, StringComparison.Ordinal) || IsTurn(found) || (isAngle && !isWarm));
                if (counts)
                {
                    Quantity whole = AddPart(text, found, out double value);
                    yield return EntityOf(text, index, whole.Next, Write(value), whole.Unit);
                    index = whole.Next - 1;
                }
                else
                {
                    index = found.Number.Next - 1;
                }
            }
            else if (ReadAlone(text, index) is { } alone)
            {
                yield return EntityOf(text, index, alone.Next, null, alone.Meaning);
                index = alone.Next - 1;
            }
        }
    }

    private static Entity EntityOf(PiecedText text, int index, int next, string? value, string unit)
    {
        int slash = unit.LastIndexOf('/');
        return new Entity(
            EntityTypes.Dimension, text.Slice(index, next), text[index].Start, text[next - 1].End,
            [new EntityValue { Value = value, Unit = unit[..slash], Subtype = unit[(slash + 1)..] }]);
    }

    // Radians and turns are angles whatever the rest says; degrees need to be turned.
    private static bool IsTurn(Quantity found) => !found.Unit.StartsWith("Degree", StringComparison.Ordinal);

    // "2 in april", "1 in 3".
    private bool IsMeant(PiecedText text, Quantity found) =>
        table.Longest("dimension-not", text, found.Next - 1) is null
        || (!text.Is(found.Next, PieceKind.Word) && !text.Is(found.Next, PieceKind.Digits));

    private string Write(double value) => double.IsInteger(value) || Math.Abs((value * 1000) - Math.Round(value * 1000)) < 1e-9
        ? NumberFormat.Write(value, _point)
        : value.ToString("R", System.Globalization.CultureInfo.InvariantCulture).Replace('.', _point);

    // "5 ft 2 in" is one length, "12 m 2 dm" are two: only what the table names as parts is added.
    private Quantity AddPart(PiecedText text, Quantity found, out double value)
    {
        value = found.Number.Value;
        int at = table.Longest("link", text, found.Next) is { } link ? link.Next : found.Next;
        if (_parts.Read(text, at) is not { } part || part.Unit.Split('/') is not [_, var share, var of]
            || !found.Unit.StartsWith(of + "/", StringComparison.Ordinal))
        {
            return found;
        }

        value += part.Number.Value / CardinalReader.ToDouble(share);
        return found with { Next = part.Next };
    }

    private (string Meaning, int Next)? ReadAlone(PiecedText text, int index) =>
        table.Longest("dimension-alone", text, index) is { } alone && !text.Is(index - 1, PieceKind.Digits) && !(text.IsGlued(index) && text.At(index - 1) == "'")
            && (alone.Next - index > 1 || text.At(index).Length > 2 || text.Count == 1)
            ? alone
            : null;
}
