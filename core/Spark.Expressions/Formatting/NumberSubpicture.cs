using Spark.Expressions.Values;

namespace Spark.Expressions.Formatting;

/// <summary>One half of a number picture: for positive or for negative numbers.</summary>
internal sealed class NumberSubpicture
{
    private readonly NumberSymbols symbols;
    private readonly string active;
    private readonly string mantissa;
    private readonly string integer;
    private readonly string fraction;
    private readonly string? exponent;
    private ExpressionException? mistake;

    public NumberSubpicture(string text, NumberSymbols symbols)
    {
        this.symbols = symbols;
        Text = text;
        var isActive = text.Any(IsBorder);
        Prefix = isActive ? text[..PrefixLength(text)] : "";
        Suffix = isActive ? text[(text.Length - SuffixLength(text))..] : "";
        active = text[Prefix.Length..(text.Length - Suffix.Length)];
        var mark = active.IndexOf(symbols.ExponentSeparator, StringComparison.Ordinal);
        mantissa = mark < 0 ? active : active[..mark];
        exponent = mark < 0 ? null : active[(mark + symbols.ExponentSeparator.Length)..];
        var point = mantissa.IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        integer = point < 0 ? mantissa : mantissa[..point];
        fraction = point < 0 ? "" : mantissa[(point + symbols.DecimalSeparator.Length)..];
        Check();
        if (mistake is not null)
        {
            throw mistake;
        }

        Measure();
    }

    public string Text { get; }

    public string Prefix { get; }

    public string Suffix { get; }

    public bool HasExponent => exponent is not null;

    public int ScalingFactor { get; private set; }

    public int MinimumInteger { get; private set; }

    public int MinimumFraction { get; private set; }

    public int MaximumFraction { get; private set; }

    public int MinimumExponent { get; private set; }

    /// <summary>The distance of grouping separators when it is always the same; otherwise 0.</summary>
    public int RegularGrouping { get; private set; }

    public IReadOnlyList<int> IntegerGroups { get; private set; } = [];

    public IReadOnlyList<int> FractionGroups { get; private set; } = [];

    private bool IsBorder(char letter) => symbols.IsActive(letter) && symbols.ExponentSeparator != letter.ToString();

    private int PrefixLength(string text)
    {
        var length = 0;
        while (length < text.Length && !IsBorder(text[length]))
        {
            length++;
        }

        return length;
    }

    private int SuffixLength(string text)
    {
        var length = 0;
        while (length < text.Length && !IsBorder(text[text.Length - 1 - length]))
        {
            length++;
        }

        return length;
    }

    private int Occurrences(string sign)
    {
        var count = 0;
        for (var at = Text.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(sign, at + sign.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    private void Check()
    {
        var percents = Occurrences(symbols.Percent);
        var perMilles = Occurrences(symbols.PerMille);
        Require(Occurrences(symbols.DecimalSeparator) <= 1, "D3081", "must have at most one decimal separator");
        Require(percents <= 1, "D3082", "must have at most one percent sign");
        Require(perMilles <= 1, "D3083", "must have at most one per-mille sign");
        Require(percents == 0 || perMilles == 0, "D3084", "must not have both a percent and a per-mille sign");
        Require(mantissa.Any(symbols.IsAnyDigit), "D3085", "must have a digit before any exponent");
        Require(active.All(symbols.IsActive), "D3086", "must not have other characters between its digits");
        CheckGrouping();
        Require(!integer[..Math.Max(0, integer.IndexOf(symbols.OptionalDigit, StringComparison.Ordinal))].Any(symbols.IsDigit), "D3090", "must not have an optional digit behind a mandatory one in the integer part");
        Require(!fraction[LastOptional()..].Any(symbols.IsDigit), "D3091", "must not have a mandatory digit behind an optional one in the fraction");
        if (exponent is not null)
        {
            Require(exponent.Length == 0 || percents + perMilles == 0, "D3092", "must not have both an exponent and a percent or per-mille sign");
            Require(exponent.Length > 0 && exponent.All(symbols.IsDigit), "D3093", "must have digits, and nothing else, in its exponent");
        }
    }

    private void CheckGrouping()
    {
        var group = symbols.GroupingSeparator;
        if (Text.Contains(symbols.DecimalSeparator, StringComparison.Ordinal))
        {
            var touches = Text.Contains(group + symbols.DecimalSeparator, StringComparison.Ordinal) || Text.Contains(symbols.DecimalSeparator + group, StringComparison.Ordinal);
            Require(!touches, "D3087", "must not have a grouping separator beside its decimal separator");
        }
        else
        {
            Require(!integer.EndsWith(group, StringComparison.Ordinal), "D3088", "must not have a grouping separator at the end of the integer part");
        }

        Require(!Text.Contains(group + group, StringComparison.Ordinal), "D3089", "must not have two grouping separators in a row");
    }

    private int LastOptional() => fraction.LastIndexOf(symbols.OptionalDigit, StringComparison.Ordinal) is >= 0 and var at ? at : fraction.Length;

    // Of several mistakes the last one is told, as in the reference.
    private void Require(bool holds, string code, string what)
    {
        if (!holds)
        {
            mistake = Failure.New(code, $"The picture of {ExpressionException.TokenMark} {what}");
        }
    }

    private void Measure()
    {
        IntegerGroups = Groups(integer, fromRight: true);
        FractionGroups = Groups(fraction, fromRight: false);
        RegularGrouping = Grouping.Regular(IntegerGroups);
        MinimumInteger = integer.Count(symbols.IsDigit);
        ScalingFactor = MinimumInteger;
        MinimumFraction = fraction.Count(symbols.IsDigit);
        MaximumFraction = fraction.Count(symbols.IsAnyDigit);
        if (MinimumInteger == 0 && MaximumFraction == 0)
        {
            if (HasExponent)
            {
                MinimumFraction = 1;
                MaximumFraction = 1;
            }
            else
            {
                MinimumInteger = 1;
            }
        }

        if (HasExponent && MinimumInteger == 0 && integer.Contains(symbols.OptionalDigit, StringComparison.Ordinal))
        {
            MinimumInteger = 1;
        }

        if (MinimumInteger == 0 && MinimumFraction == 0)
        {
            MinimumFraction = 1;
        }

        MinimumExponent = exponent?.Count(symbols.IsDigit) ?? 0;
    }

    // How many digits lie between each grouping separator and the decimal point.
    private List<int> Groups(string part, bool fromRight)
    {
        var positions = new List<int>();
        for (var at = part.IndexOf(symbols.GroupingSeparator, StringComparison.Ordinal); at >= 0; at = part.IndexOf(symbols.GroupingSeparator, at + 1, StringComparison.Ordinal))
        {
            positions.Add((fromRight ? part[at..] : part[..at]).Count(symbols.IsAnyDigit));
        }

        return positions;
    }
}
