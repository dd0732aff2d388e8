namespace Spark.Understanding.Entities.Numbers;

/// <summary>
/// Adds up the parts of a number in words, one at a time, and refuses a part that does not belong: "two hundred five"
/// is one number, "two five" are two.
/// </summary>
internal sealed class Cardinal(bool unitsFirst, bool byTwenties)
{
    private readonly List<(double Value, double Scale)> _closed = [];
    private double _group;
    private double _piece;
    private double _room = double.PositiveInfinity;
    private bool _isLinked;

    private Cardinal(Cardinal other, bool unitsFirst, bool byTwenties)
        : this(unitsFirst, byTwenties)
    {
        _closed.AddRange(other._closed);
        (_group, _piece, _room, _isLinked, IsEmpty) = (other._group, other._piece, other._room, other._isLinked, other.IsEmpty);
    }

    public bool IsEmpty { get; private set; } = true;

    public double Value => _closed.Sum(part => part.Value) + _group;

    /// <summary>The scale at the end, of which a following "and a half" is a part; 1 when something smaller stands there.</summary>
    public double OpenScale => _group == 0 && _closed.Count > 0 ? _closed[^1].Scale : 1;

    public Cardinal Copy() => new(this, unitsFirst, byTwenties);

    public void Link() => _isLinked = true;

    public bool Add(double part, bool isDigits)
    {
        bool joinsUnit = _isLinked && unitsFirst && !isDigits && _piece is >= 1 and < 10 && part is >= 20 and < 100 && part % 10 == 0;
        _isLinked = false;
        if (!joinsUnit && (part >= _room || (part == 0 && !IsEmpty)))
        {
            return false;
        }

        _group += part;
        _piece = joinsUnit ? _piece + part : part;
        _room = joinsUnit || isDigits ? 1 : RoomBehind(part);
        IsEmpty = false;
        return true;
    }

    public bool AddScale(double scale)
    {
        _isLinked = false;
        if (scale == 100)
        {
            return AddHundred();
        }

        double counted = _group;
        int at = _closed.Count;
        while (at > 0 && _closed[at - 1].Scale < scale)
        {
            counted += _closed[--at].Value;
        }

        if (at > 0 && _closed[at - 1].Scale == scale)
        {
            return false;
        }

        _closed.RemoveRange(at, _closed.Count - at);
        _closed.Add(((counted == 0 ? 1 : counted) * scale, scale));
        (_group, _piece, _room, IsEmpty) = (0, 0, scale, false);
        return Value < 1e21;
    }

    public bool AddDozen()
    {
        double counted = IsEmpty ? 1 : _piece;
        if (counted == 0)
        {
            return false;
        }

        _group += (counted * 12) - (IsEmpty ? 0 : counted);
        (_piece, _room, IsEmpty) = (0, 1, false);
        return true;
    }

    private bool AddHundred()
    {
        if (_room == 100 || _piece >= 1000 || (_piece == 0 && _room <= 100))
        {
            return false;
        }

        _group += _piece == 0 ? 100 : (_group < 100 ? _group : _piece) * 99;
        (_piece, _room, IsEmpty) = (0, 100, false);
        return true;
    }

    private double RoomBehind(double part)
    {
        if (part >= 100 && part % 100 == 0)
        {
            return 100;
        }

        if (byTwenties && part is 60 or 80)
        {
            return 20;
        }

        return !unitsFirst && part is >= 20 and < 100 && part % 10 == 0 ? 10 : 1;
    }
}
