namespace Spark.Expressions.Formatting;

/// <summary>The signs of a number picture; the options of <c>$formatNumber</c> change them.</summary>
internal sealed class NumberSymbols
{
    public NumberSymbols(Value options)
    {
        DecimalSeparator = Get(options, "decimal-separator", ".");
        GroupingSeparator = Get(options, "grouping-separator", ",");
        ExponentSeparator = Get(options, "exponent-separator", "e");
        MinusSign = Get(options, "minus-sign", "-");
        Percent = Get(options, "percent", "%");
        PerMille = Get(options, "per-mille", "‰");
        ZeroDigit = Get(options, "zero-digit", "0");
        OptionalDigit = Get(options, "digit", "#");
        PatternSeparator = Get(options, "pattern-separator", ";");
    }

    public string DecimalSeparator { get; }

    public string GroupingSeparator { get; }

    public string ExponentSeparator { get; }

    public string MinusSign { get; }

    public string Percent { get; }

    public string PerMille { get; }

    public string ZeroDigit { get; }

    public string OptionalDigit { get; }

    public string PatternSeparator { get; }

    public bool IsDigit(char letter) => letter >= ZeroDigit[0] && letter <= ZeroDigit[0] + 9;

    public bool IsAnyDigit(char letter) => IsDigit(letter) || OptionalDigit == letter.ToString();

    public bool IsActive(char letter) => IsAnyDigit(letter)
        || DecimalSeparator == letter.ToString()
        || GroupingSeparator == letter.ToString()
        || ExponentSeparator == letter.ToString()
        || PatternSeparator == letter.ToString();

    private static string Get(Value options, string name, string otherwise) =>
        options[name].AsString() is { Length: > 0 } given ? given : otherwise;
}
