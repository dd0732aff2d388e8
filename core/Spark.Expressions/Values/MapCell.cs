using System.Globalization;

namespace Spark.Expressions.Values;

/// <summary>An object that holds its fields itself. It changes only in the hands of the one that makes it.</summary>
internal sealed class MapCell : ObjectCell
{
    // Up to here a scan beats a hash.
    private const int ScanLimit = 8;

    private string[] names = [];
    private Value[] values = [];
    private int count;
    private bool hasIndexNames;
    private Dictionary<string, int>? positions;

    public MapCell()
    {
    }

    public MapCell(int capacity)
    {
        names = new string[capacity];
        values = new Value[capacity];
    }

    /// <summary>Other values under the names of a map, which both share: neither must be changed any more.</summary>
    public MapCell(MapCell shape, Value[] values)
    {
        names = shape.names;
        count = shape.count;
        this.values = values;
    }

    public int Count => count;

    public override MapCell Fields => this;

    public ReadOnlySpan<string> Names => names.AsSpan(0, count);

    public ReadOnlySpan<Value> Values => values.AsSpan(0, count);

    public override bool TryGet(string name, out Value value)
    {
        var position = Find(name);
        if (position >= 0)
        {
            value = values[position];
            return true;
        }

        value = default;
        return false;
    }

    public void Set(string name, Value value)
    {
        var position = Find(name);
        if (position >= 0)
        {
            values[position] = value;
            return;
        }

        if (count == names.Length)
        {
            var capacity = count == 0 ? 4 : count * 2;
            Array.Resize(ref names, capacity);
            Array.Resize(ref values, capacity);
        }

        names[count] = name;
        values[count] = value;
        hasIndexNames |= name.Length > 0 && char.IsAsciiDigit(name[0]) && IndexOf(name) >= 0;
        positions?.Add(name, count);
        count++;
    }

    public void Remove(string name)
    {
        var position = Find(name);
        if (position < 0)
        {
            return;
        }

        count--;
        Array.Copy(names, position + 1, names, position, count - position);
        Array.Copy(values, position + 1, values, position, count - position);
        positions = null;
    }

    /// <summary>Puts names that are array indices first and in numeric order, as the language's objects do.</summary>
    public MapCell Seal()
    {
        if (!hasIndexNames)
        {
            return this;
        }

        var order = Enumerable.Range(0, count).OrderBy(at => IndexOf(names[at]) is >= 0 and var index ? index : long.MaxValue).ToArray();
        names = Array.ConvertAll(order, at => names[at]);
        values = Array.ConvertAll(order, at => values[at]);
        positions = null;
        return this;
    }

    public IEnumerable<KeyValuePair<string, Value>> Enumerate()
    {
        for (var index = 0; index < count; index++)
        {
            yield return new(names[index], values[index]);
        }
    }

    private static long IndexOf(string name) =>
        name.Length is > 0 and <= 10 && (name.Length == 1 || name[0] != '0')
        && long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < uint.MaxValue ? index : -1;

    private int Find(string name)
    {
        if (count > ScanLimit)
        {
            positions ??= Positions();
            return positions.TryGetValue(name, out var position) ? position : -1;
        }

        var known = names;
        for (var index = 0; index < count; index++)
        {
            if (string.Equals(known[index], name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    private Dictionary<string, int> Positions()
    {
        var found = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var index = 0; index < count; index++)
        {
            found.Add(names[index], index);
        }

        return found;
    }
}
