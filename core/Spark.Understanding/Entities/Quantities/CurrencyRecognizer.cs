using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Quantities;

/// <summary><c>currency</c>: "$ 8.50", "200 EUR", "thirteen dollars and forty-five cents", and a currency by itself ("the dollar").</summary>
internal sealed class CurrencyRecognizer(LanguageTable table, NumberReader numbers) : IRecognizer
{
    private readonly char _point = table.Setting("decimal", ".")[0];
    private readonly MoneyReader _money = new(table, numbers);

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        for (int index = 0; index < text.Count; index++)
        {
            if (_money.Read(text, index) is { } money)
            {
                yield return EntityOf(text, index, money.Next, NumberFormat.Write(money.Amount, _point), money.Unit);
                index = money.Next - 1;
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
        string[] parts = unit.Split('/');
        return new Entity(
            EntityTypes.Currency, text.Slice(index, next), text[index].Start, text[next - 1].End,
            [new EntityValue { Value = value, Unit = parts[0], IsoCurrency = parts is [_, { Length: 3 } code] && !char.IsDigit(code[0]) ? code : null }]);
    }

    // A word, not a sign, that means nothing but a currency.
    private (string Meaning, int Next)? ReadAlone(PiecedText text, int index) =>
        text.Is(index, PieceKind.Word) && text.At(index).Length > 3 && table.Longest("currency", text, index) is { } alone
        && text.Is(alone.Next - 1, PieceKind.Word) && table.Category("currency-not").Find(text.At(index)) is null && !(text.IsGlued(index) && text.At(index - 1) == "-")
            ? alone
            : null;
}
