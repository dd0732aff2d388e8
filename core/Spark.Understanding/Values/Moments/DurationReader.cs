using Spark.Understanding.Languages;
using Spark.Understanding.Text;
using Spark.Understanding.Values.Numbers;

namespace Spark.Understanding.Values.Moments;

/// <summary>Reads "2 hours and 30 minutes", "half an hour", "2h30", "anderhalf uur" at a place in a text.</summary>
internal sealed class DurationReader(LanguageWords words)
{
    // Years to seconds are seven.
    private const int MostParts = 8;

    private static readonly TimeUnit Minute = TimeUnit.OfSeconds(60);

    private readonly NumberReader _numbers = new(words.Numbers);

    public Reading<Stretch?>? Read(LexedText text, int index)
    {
        Stretch total = default;
        int next = index;
        int parts = 0;
        while (parts < MostParts && ReadPart(text, parts > 0 ? SkipLink(text, next) : next, total) is { } part)
        {
            total = part.Value;
            next = part.Next;
            parts++;
        }

        return parts > 0 ? new(total.IsSound ? total : null, next) : null;
    }

    private int SkipLink(LexedText text, int index)
    {
        int next = text.IsSign(index, ',') ? index + 1 : index;
        return words.Numbers.Links.Contains(text.Word(next)) ? next + 1 : next;
    }

    private Reading<Stretch>? ReadPart(LexedText text, int index, Stretch total)
    {
        if (ReadQuantity(text, index) is not { } quantity || !words.Dates.Units.TryRead(text, quantity.Next, out TimeUnit unit, out int next))
        {
            return null;
        }

        Stretch sum = total.Add(quantity.Value, unit);
        if (unit.Seconds == 3600 && text.Digits(next).Length == 2 && text.IsGlued(next))
        {
            return new(sum.Add(int.Parse(text.Digits(next), System.Globalization.CultureInfo.InvariantCulture), Minute), next + 1);
        }

        return ReadTail(text, next) is { } fraction ? new(sum.Add(fraction.Value, unit), fraction.Next) : new(sum, next);
    }

    private Reading<double>? ReadQuantity(LexedText text, int index)
    {
        if (_numbers.Read(text, index) is { Value: { } value } number)
        {
            return value < 0 ? null : new(value, value < 1 ? SkipOf(text, number.Next) : number.Next);
        }

        return words.Numbers.Articles.Contains(text.Word(index)) ? new(1, index + 1) : null;
    }

    // "half an hour", "three quarters of an hour".
    private int SkipOf(LexedText text, int index)
    {
        int next = words.Numbers.Of.Contains(text.Word(index)) ? index + 1 : index;
        return words.Dates.Articles.Contains(text.Word(next)) ? next + 1 : next;
    }

    // "an hour and a half": the half belongs to the unit before it.
    private Reading<double>? ReadTail(LexedText text, int index)
    {
        if (!words.Numbers.Links.Contains(text.Word(index)) || _numbers.Read(text, index + 1) is not { Value: > 0 and < 1 } fraction)
        {
            return null;
        }

        int behind = words.Dates.Articles.Contains(text.Word(fraction.Next)) ? fraction.Next + 1 : fraction.Next;
        return words.Dates.Units.TryRead(text, behind, out _, out _) ? null : new(fraction.Value!.Value, fraction.Next);
    }
}
