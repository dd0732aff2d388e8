using System.Globalization;
using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Quantities;

/// <summary>Reads amounts of money: the currency before or behind the number, hundredths behind it.</summary>
internal sealed class MoneyReader(LanguageTable table, NumberReader numbers)
{
    private readonly QuantityReader _main = new(table, numbers, "currency");
    private readonly QuantityReader _parts = new(table, numbers, "currency-part");

    public Money? Read(PiecedText text, int index)
    {
        bool isInside = text.IsGlued(index) && (text.Is(index - 1, PieceKind.Word) || text.Is(index - 1, PieceKind.Digits));
        if (isInside)
        {
            return null;
        }

        return ReadBefore(text, index) ?? ReadBehind(text, index) ?? ReadPartAlone(text, index);
    }

    // "$ 8.50", "USD 200", "dólar 22,5 milhões", "MAUD 60".
    private Money? ReadBefore(PiecedText text, int index)
    {
        foreach (string category in (ReadOnlySpan<string>)["currency", "currency-million"])
        {
            foreach ((string meaning, int next) in table.Category(category).Read(text, index))
            {
                if (numbers.Read(text, next) is { } number && IsPrefix(text, index, next, number))
                {
                    double scale = category == "currency" ? 1 : 1e6;
                    return AddFraction(text, new(number.Value * scale, meaning, number.Next), number);
                }
            }
        }

        return null;
    }

    // A word before a number belongs to it only where the number has no currency of its own ("dollars 5 euros").
    private bool IsPrefix(PiecedText text, int index, int next, NumberReading number)
    {
        bool isSign = text.Is(next - 1, PieceKind.Sign);
        bool isCode = next == index + 1 && text.At(index).Length <= 4 && text.Source[text[index].Start..text[index].End].All(char.IsUpper);
        bool isTaken = !isSign && _main.ReadUnit(text, number) is not null;
        bool isWord = !isSign && !isCode;
        bool isNot = table.Category("currency-not").Find(text.At(index)) is not null;
        return !isTaken && !(isNot && !text.IsGlued(next) && isCode)
            && (!isWord || (number.IsDigits && text.Is(next, PieceKind.Digits) && !(text.Is(index - 1, PieceKind.Digits) || number.Value < 100 && !isNot)));
    }

    private Money? ReadBehind(PiecedText text, int index)
    {
        if (text.IsGlued(index) && text.At(index - 1) is "." or ",")
        {
            return null;
        }

        return numbers.ReadSigned(text, index).Select(number => ReadBehind(text, number)).FirstOrDefault(money => money is not null);
    }

    private Money? ReadBehind(PiecedText text, NumberReading number)
    {
        if (_parts.ReadUnit(text, number) is not null)
        {
            return null;
        }

        if (table.Longest("currency-million", text, number.Next) is { } million)
        {
            return new(number.Value * 1e6, million.Meaning, million.Next);
        }

        if (_main.ReadUnit(text, number) is not { } unit || BelongsToNext(text, number, unit.Next))
        {
            return null;
        }

        // "75 USD milhões".
        if (table.Longest("scale", text, unit.Next) is { } scale && number.IsDigits && CardinalReader.ToDouble(scale.Meaning) >= 1e6)
        {
            return new(number.Value * CardinalReader.ToDouble(scale.Meaning), unit.Meaning, scale.Next);
        }

        return AddFraction(text, new(number.Value, unit.Meaning, unit.Next), number);
    }

    // In "1 $10 bill" the sign is that of the ten.
    private static bool BelongsToNext(PiecedText text, NumberReading number, int next) =>
        text.Is(next - 1, PieceKind.Sign) && text.Is(next, PieceKind.Digits) && text.IsGlued(next) && !text.IsGlued(number.Next);

    private Money? ReadPartAlone(PiecedText text, int index) =>
        _parts.Read(text, index) is { } part ? new(part.Number.Value, part.Unit.Split('/')[0], part.Next) : null;

    // "3 dollars 50 cents", "15 euro en 50", "10 $ 30 cent".
    private Money AddFraction(PiecedText text, Money money, NumberReading whole)
    {
        if (!double.IsInteger(whole.Value) || whole.OpenScale >= 1e6)
        {
            return money;
        }

        (string Meaning, int Next)? link = table.Longest("currency-link", text, money.Next);
        int at = link?.Next ?? money.Next;
        if (text.Is(at, PieceKind.Sign) || numbers.Read(text, at) is not { Value: > 0 and < 100 } number || !double.IsInteger(number.Value))
        {
            return money;
        }

        if (_parts.ReadUnit(text, number) is { } part)
        {
            double share = double.Parse(part.Meaning[(part.Meaning.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
            double amount = money.Amount + (number.Value / share);

            // "one kuai and five mao five".
            return share == 10 && numbers.Read(text, part.Next) is { Value: < 10 } last ? money with { Amount = amount + (last.Value / 100), Next = last.Next } : money with { Amount = amount, Next = part.Next };
        }

        bool isAmount = !IsCounting(text, number, isLinked: link is not null) && (number.Value >= 10 || link is not null);
        return isAmount ? money with { Amount = money.Amount + (number.Value / 100), Next = number.Next } : money;
    }

    // "50 dollars 50 dollars", "$4 and 32 is the quantity", "20 dollars 3 times".
    private bool IsCounting(PiecedText text, NumberReading number, bool isLinked) =>
        _main.ReadUnit(text, number) is not null || table.Longest("percent", text, number.Next) is not null
        || (text.IsGlued(number.Next) && text.Is(number.Next, PieceKind.Word)) || (!isLinked && table.Longest("counted", text, number.Next) is not null);
}
