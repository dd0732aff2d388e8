namespace Spark.Understanding.Values.Numbers;

/// <summary>
/// Adds up the parts of a number in words, one at a time, and refuses a part that does not belong: "two hundred five"
/// is one number, "two five" are two.
/// </summary>
internal sealed class CardinalSum(bool unitsBeforeTens)
{
    private double _total;
    private double _group;
    private double _piece;
    private double _room = double.PositiveInfinity;
    private double _lastScale = double.PositiveInfinity;
    private bool _isLinked;
    private bool _hasDozen;

    public bool IsEmpty { get; private set; } = true;

    public double Value => _total + _group;

    /// <summary>The scale that was added last; 1 when something smaller follows it.</summary>
    public double OpenScale { get; private set; } = 1;

    public CardinalSum Copy() => (CardinalSum)MemberwiseClone();

    public void Link() => _isLinked = true;

    public bool Add(double part, bool isDigits)
    {
        bool wasLinked = _isLinked;
        _isLinked = false;
        if (wasLinked && unitsBeforeTens && _piece is >= 1 and < 10 && part is >= 20 and < 100)
        {
            _piece += part;
            _group += part;
            return true;
        }

        if (part >= _room || (part == 0 && !IsEmpty))
        {
            return false;
        }

        _group += part;
        _piece = part;
        bool takesUnit = !isDigits && !unitsBeforeTens && part is >= 20 and < 100 && part % 10 == 0;
        _room = takesUnit ? 10 : 1;
        OpenScale = 1;
        IsEmpty = false;
        return true;
    }

    public bool AddScale(double scale)
    {
        if (scale == 100)
        {
            return AddHundred();
        }

        _isLinked = false;
        if (_group == 0 && !IsEmpty && _total > 0)
        {
            _total *= scale;
        }
        else if (!IsEmpty && _total > 0 && scale >= _lastScale)
        {
            _total = (_total + _group) * scale;
        }
        else
        {
            _total += (IsEmpty ? 1 : _group) * scale;
        }

        _group = 0;
        _piece = 0;
        _room = scale;
        OpenScale = scale;
        _lastScale = scale;
        IsEmpty = false;
        return _total < 1e18;
    }

    public bool AddDozen()
    {
        if (_hasDozen)
        {
            return false;
        }

        double counted = IsEmpty ? 1 : _piece;
        _group += (counted * 12) - (IsEmpty ? 0 : _piece);
        _room = 1;
        OpenScale = 1;
        IsEmpty = false;
        _hasDozen = true;
        return true;
    }

    private bool AddHundred()
    {
        _isLinked = false;
        if (_room == 100 || _piece >= 1000)
        {
            return false;
        }

        if (_piece == 0)
        {
            if (_room <= 100)
            {
                return false;
            }

            _group += 100;
        }
        else
        {
            _group += _piece * 99;
        }

        _piece = 0;
        _room = 100;
        OpenScale = 100;
        IsEmpty = false;
        return true;
    }
}
