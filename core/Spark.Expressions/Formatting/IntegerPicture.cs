using System.Globalization;
using System.Text;
using Spark.Expressions.Values;

namespace Spark.Expressions.Formatting;

/// <summary>Integers by a picture such as <c>#,##0</c>, <c>I</c> or <c>Ww;o</c>, as XPath's format-integer has it.</summary>
internal sealed class IntegerPicture
{
    // The zeros of the decimal digits that Unicode has in its basic plane and beyond.
    private static readonly int[] Zeros =
    [
        0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0,
        0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900,
        0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ];

    private readonly List<(int Position, string Sign)> separators = [];
    private int zero = '0';

    private IntegerPicture(string text)
    {
        Text = text;
    }

    public string Text { get; }

    public IntegerStyle Style { get; private set; }

    public LetterCase Case { get; private set; }

    public bool IsOrdinal { get; set; }

    public int MandatoryDigits { get; set; }

    public int OptionalDigits { get; private set; }

    /// <summary>The distance of separators when it is always the same; otherwise 0.</summary>
    public int RegularGrouping { get; private set; }

    /// <summary>The separator when grouping is regular.</summary>
    public string? Separator => RegularGrouping > 0 ? separators[0].Sign : null;

    /// <summary>How many digits a parser takes; set when another number follows at once.</summary>
    public int? ParseWidth { get; set; }

    public static IntegerPicture Parse(string picture)
    {
        var modifier = picture.LastIndexOf(';');
        var primary = modifier < 0 ? picture : picture[..modifier];
        var result = new IntegerPicture(primary) { IsOrdinal = modifier >= 0 && modifier + 1 < picture.Length && picture[modifier + 1] == 'o' };
        (result.Style, result.Case) = primary switch
        {
            "A" => (IntegerStyle.Letters, LetterCase.Upper),
            "a" => (IntegerStyle.Letters, LetterCase.Lower),
            "I" => (IntegerStyle.Roman, LetterCase.Upper),
            "i" => (IntegerStyle.Roman, LetterCase.Lower),
            "W" => (IntegerStyle.Words, LetterCase.Upper),
            "Ww" => (IntegerStyle.Words, LetterCase.Title),
            "w" => (IntegerStyle.Words, LetterCase.Lower),
            _ => (IntegerStyle.Decimal, LetterCase.Lower),
        };
        if (result.Style == IntegerStyle.Decimal)
        {
            result.ReadDigits(primary);
        }

        return result;
    }

    public string Format(double number)
    {
        var magnitude = Math.Abs(number);
        var text = Style switch
        {
            IntegerStyle.Letters => Numerals.ToLetters(magnitude, Case == LetterCase.Upper ? 'A' : 'a'),
            IntegerStyle.Roman => Numerals.ToRoman(magnitude, Case == LetterCase.Upper),
            IntegerStyle.Words => NumberWords.Format(magnitude, IsOrdinal, Case),
            IntegerStyle.Decimal => FormatDigits(magnitude),
            _ => throw Unsupported(),
        };
        return number < 0 ? "-" + text : text;
    }

    /// <summary>Reads what this picture writes; what is no number gives NaN, as in the reference.</summary>
    public double Read(string text)
    {
        switch (Style)
        {
            case IntegerStyle.Letters:
                return Numerals.FromLetters(text, Case == LetterCase.Upper ? 'A' : 'a');
            case IntegerStyle.Roman:
                return Numerals.FromRoman(Case == LetterCase.Upper ? text : text.ToUpperInvariant());
            case IntegerStyle.Words:
                return NumberWords.Read(text);
            case IntegerStyle.Decimal:
                return ReadDigitsOf(IsOrdinal ? text[..Math.Max(0, text.Length - 2)] : text);
            default:
                throw Unsupported();
        }
    }

    private ExpressionException Unsupported() =>
        Failure.New("D3130", $"Numbers cannot be formatted or read as a sequence of \"{Text}\"");

    private void ReadDigits(string picture)
    {
        int? family = null;
        var position = 0;
        foreach (var rune in picture.EnumerateRunes().Reverse())
        {
            var found = Array.FindIndex(Zeros, start => rune.Value >= start && rune.Value <= start + 9);
            if (found >= 0)
            {
                MandatoryDigits++;
                position++;
                family ??= Zeros[found];
                if (family != Zeros[found])
                {
                    throw Failure.New("D3131", $"The picture \"{picture}\" mixes digits of different scripts");
                }
            }
            else if (rune.Value == '#')
            {
                position++;
                OptionalDigits++;
            }
            else
            {
                separators.Add((position, rune.ToString()));
            }
        }

        if (family is null)
        {
            Style = IntegerStyle.Unsupported;
            return;
        }

        zero = family.Value;
        var isOneSign = separators.Select(separator => separator.Sign).Distinct(StringComparer.Ordinal).Count() == 1;
        RegularGrouping = isOneSign ? Grouping.Regular([.. separators.Select(separator => separator.Position)]) : 0;
    }

    private string FormatDigits(double number)
    {
        var digits = NumberText.Format(number).PadLeft(MandatoryDigits, '0');
        if (zero != '0')
        {
            digits = string.Concat(digits.Select(digit => char.IsAsciiDigit(digit) ? (char)(digit - '0' + zero) : digit));
        }

        var text = new StringBuilder(digits);
        if (RegularGrouping > 0)
        {
            for (var at = digits.Length - RegularGrouping; at > 0; at -= RegularGrouping)
            {
                text.Insert(at, separators[0].Sign);
            }
        }
        else
        {
            foreach (var (position, sign) in separators.Where(separator => separator.Position <= digits.Length))
            {
                text.Insert(digits.Length - position, sign);
            }
        }

        return IsOrdinal ? text.Append(OrdinalSuffix(text.ToString())).ToString() : text.ToString();
    }

    private static string OrdinalSuffix(string digits) => digits.Length > 1 && digits[^2] == '1' ? "th" : digits[^1] switch
    {
        '1' => "st",
        '2' => "nd",
        '3' => "rd",
        _ => "th",
    };

    private double ReadDigitsOf(string text)
    {
        var digits = separators.Count == 0 ? text : separators.Aggregate(text, (rest, separator) => rest.Replace(separator.Sign, "", StringComparison.Ordinal));
        if (zero != '0')
        {
            digits = string.Concat(digits.Select(digit => digit >= zero && digit <= zero + 9 ? (char)(digit - zero + '0') : digit));
        }

        digits = digits.TrimStart();
        var end = digits.Length > 0 && digits[0] is '-' or '+' ? 1 : 0;
        while (end < digits.Length && char.IsAsciiDigit(digits[end]))
        {
            end++;
        }

        return double.TryParse(digits.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }
}
