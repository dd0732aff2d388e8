using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Quantities;

/// <summary><c>age</c>: "ten years old", "age 87".</summary>
internal sealed class AgeRecognizer(LanguageTable table, NumberReader numbers) : IRecognizer
{
    private readonly char _point = table.Setting("decimal", ".")[0];
    private readonly QuantityReader _quantities = new(table, numbers, "age");

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        for (int index = 0; index < text.Count; index++)
        {
            Quantity? age = table.Longest("age-prefix", text, index) is { } prefix && numbers.Read(text, prefix.Next) is { } number
                ? new Quantity(number, prefix.Meaning, number.Next)
                : _quantities.Read(text, index);
            if (age is null)
            {
                continue;
            }

            yield return new Entity(
                EntityTypes.Age, text.Slice(index, age.Next), text[index].Start, text[age.Next - 1].End,
                [new EntityValue { Value = NumberFormat.Write(age.Number.Value, _point), Unit = age.Unit }]);
            index = age.Next - 1;
        }
    }
}
