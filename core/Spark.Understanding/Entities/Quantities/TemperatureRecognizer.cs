using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Quantities;

/// <summary><c>temperature</c>: "20 °C", "5 degrees", and a scale by itself ("to fahrenheit"). Degrees of a turn are an angle.</summary>
internal sealed class TemperatureRecognizer(LanguageTable table, NumberReader numbers) : IRecognizer
{
    private readonly char _point = table.Setting("decimal", ".")[0];
    private readonly QuantityReader _quantities = new(table, numbers, "temperature");

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        bool isAngle = Topic.Holds(text, table, "angle-context") && !Topic.Holds(text, table, "temperature-context");
        for (int index = 0; index < text.Count; index++)
        {
            if (_quantities.Read(text, index) is { } found)
            {
                // "14.7C" is rather a code: a letter by itself needs the word or sign for degrees before it.
                if (!found.Unit.EndsWith('!') && !(isAngle && IsBare(text, found)))
                {
                    yield return EntityOf(text, index, found.Next, NumberFormat.Write(found.Number.Value, _point), found.Unit);
                }

                index = found.Next - 1;
            }
            else if (table.Longest("temperature-alone", text, index) is { } alone)
            {
                yield return EntityOf(text, index, alone.Next, null, alone.Meaning);
                index = alone.Next - 1;
            }
        }
    }

    private static Entity EntityOf(PiecedText text, int index, int next, string? value, string unit) => new(
        EntityTypes.Temperature, text.Slice(index, next), text[index].Start, text[next - 1].End, [new EntityValue { Value = value, Unit = unit }]);

    // Degrees of no scale.
    private bool IsBare(PiecedText text, Quantity found) =>
        table.Category("dimension").Read(text, found.Number.Next).Exists(unit => unit.Next == found.Next && unit.Meaning.EndsWith("/Angle", StringComparison.Ordinal));
}
