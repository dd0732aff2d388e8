namespace Spark.Understanding.Values.Addresses;

/// <summary>Keeps the one address of a text; a second, different one makes it none.</summary>
internal struct SingleText(StringComparison comparison)
{
    private string? _value;
    private bool _isAmbiguous;

    public readonly ParsedValue? Result => _value is null || _isAmbiguous ? null : ParsedValue.Of(_value);

    public void Add(string value)
    {
        _isAmbiguous |= _value is not null && !_value.Equals(value, comparison);
        _value ??= value;
    }
}
