using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation;

/// <summary>One row of a path that binds variables (<c>@</c>, <c>#</c>, <c>%</c>): a context value and what is bound beside it.</summary>
internal sealed class RowCell(Value current, string[] names, Value[] values) : ValueCell(ValueKind.Object)
{
    public Value Current => current;

    public string[] Names { get; private set; } = names;

    public Value[] Values { get; private set; } = values;

    public static RowCell Of(Value current) => new(current, [], []);

    /// <summary>The row as an object: its value as <c>@</c>, and what it bound.</summary>
    public Value ToObject()
    {
        var map = new MapCell(Names.Length + 1);
        map.Set("@", Current);
        for (var index = 0; index < Names.Length; index++)
        {
            map.Set(Names[index], Values[index]);
        }

        return new Value(map);
    }

    public RowCell With(Value newCurrent) => new(newCurrent, Names, Values);

    /// <summary>Binds in place; only while the row is being made.</summary>
    public void Bind(string name, Value value)
    {
        var index = Array.IndexOf(Names, name);
        if (index < 0)
        {
            Names = [.. Names, name];
            Values = [.. Values, value];
        }
        else
        {
            Values = [.. Values];
            Values[index] = value;
        }
    }
}
