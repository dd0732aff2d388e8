using System.Collections.Immutable;
using Spark.Expressions;

namespace Spark.Runtime.Secrets;

/// <summary>Values under a seal: an object with one field, which says nothing of what is in it.</summary>
internal sealed class SealedValues(Seal seal)
{
    private const string Field = "$sealed";

    public Value Close(Value value, string place) => IsSealed(value) ? value : Value.Object([new(Field, Value.From(seal.Close(value.ToJson(), place)))]);

    /// <summary>What is under the seal; undefined when the key is another. A value that is not sealed is itself.</summary>
    public Value Open(Value value) => !IsSealed(value) ? value
        : seal.Open(value[Field].AsString()) is { } json ? Value.Parse(json)
        : Value.Undefined;

    /// <summary>Seals those of the values that are sensitive.</summary>
    public ImmutableSortedDictionary<string, Value> Close(ImmutableSortedDictionary<string, Value> values, IReadOnlyList<string> names, string place)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var value))
            {
                values = values.SetItem(name, Close(value, $"{place}/{name}"));
            }
        }

        return values;
    }

    /// <summary>Opens those of the values that are sealed; what cannot be opened is not there.</summary>
    public ImmutableSortedDictionary<string, Value> Open(ImmutableSortedDictionary<string, Value> values)
    {
        foreach (var (name, value) in values)
        {
            if (IsSealed(value))
            {
                var opened = Open(value);
                values = opened.IsUndefined ? values.Remove(name) : values.SetItem(name, opened);
            }
        }

        return values;
    }

    /// <summary>True for a value that is under no seal, or under one that opens.</summary>
    public bool CanOpen(Value value) => !IsSealed(value) || seal.Open(value[Field].AsString()) is not null;

    /// <summary>True for a value under a seal.</summary>
    public static bool IsSealed(Value value) =>
        value.Kind == ValueKind.Object && value[Field].Kind == ValueKind.String && value.Fields.Count() == 1;
}
