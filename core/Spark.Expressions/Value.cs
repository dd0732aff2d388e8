using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Expressions.Values;

namespace Spark.Expressions;

/// <summary>
/// A JSON value, undefined, or a function of the language. Immutable, safe to share between threads, and small:
/// numbers and booleans are held without boxing, JSON elements and Spark's own objects without copying.
/// </summary>
public readonly struct Value : IEquatable<Value>
{
    // A string, a ValueCell, or null for undefined; the number lies beside it.
    private readonly object? cell;
    private readonly double number;

    internal Value(object? cell, double number = 0)
    {
        this.cell = cell;
        this.number = number;
    }

    /// <summary>A missing value.</summary>
    public static Value Undefined => default;

    /// <summary>JSON's null.</summary>
    public static Value Null => new(Atom.Null);

    internal static Value True => new(Atom.Boolean, 1);

    internal static Value False => new(Atom.Boolean);

    /// <summary>What it is.</summary>
    public ValueKind Kind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => cell is null ? ValueKind.Undefined : cell.GetType() == typeof(string) ? ValueKind.String : Unsafe.As<ValueCell>(cell).Kind;
    }

    /// <summary>True when it is missing, which is not the same as null.</summary>
    public bool IsUndefined => cell is null;

    internal bool IsNumber => ReferenceEquals(cell, Atom.Number);

    internal bool IsBoolean => ReferenceEquals(cell, Atom.Boolean);

    internal object? Cell => cell;

    internal ArrayCell? List
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => cell is ArrayCell array ? array : null;
    }

    internal ObjectCell? Map => cell as ObjectCell;

    internal FunctionCell? Function => cell as FunctionCell;

    /// <summary>The number of items of an array or of fields of an object; 0 for anything else.</summary>
    public int Count => cell switch
    {
        ArrayCell list => list.Count,
        ObjectCell map => map.Fields.Count,
        _ => 0,
    };

    /// <summary>The items of an array; none for anything else.</summary>
    public IEnumerable<Value> Items => cell is ArrayCell list ? list.Enumerate() : [];

    /// <summary>The fields of an object in their order; none for anything else.</summary>
    public IEnumerable<KeyValuePair<string, Value>> Fields => cell is ObjectCell map ? map.Fields.Enumerate() : [];

    /// <summary>An item of an array, counted from 0; undefined when there is none.</summary>
    public Value this[int index] => cell is ArrayCell list && (uint)index < (uint)list.Count ? list[index] : default;

    /// <summary>A field of an object; undefined when there is none.</summary>
    public Value this[string name] => cell is ObjectCell map && map.TryGet(name, out var value) ? value : default;

    /// <summary>A string; null gives JSON's null.</summary>
    public static Value From(string? text) => text is null ? Null : new(text);

    /// <summary>A number.</summary>
    public static Value From(double number) => new(Atom.Number, number);

    /// <summary>A boolean.</summary>
    public static Value From(bool boolean) => new(Atom.Boolean, boolean ? 1 : 0);

    /// <summary>An object whose fields are looked up when an expression asks for them.</summary>
    public static Value From(IValueObject source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(new SourceCell(source));
    }

    /// <summary>A JSON element, read when an expression asks for it; its document must live as long as the value does.</summary>
    public static Value From(JsonElement element) => JsonElements.ToValue(element);

    /// <summary>A JSON node; it must not be changed while the value lives. Null gives JSON's null.</summary>
    public static Value From(JsonNode? node) => JsonNodes.ToValue(node);

    /// <summary>An array.</summary>
    public static Value Array(IReadOnlyList<Value> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(new ArrayCell([.. items]));
    }

    /// <summary>An array.</summary>
    public static Value Array(ReadOnlySpan<Value> items) => new(new ArrayCell(items.ToArray()));

    /// <summary>An object; of two fields with one name the later counts.</summary>
    public static Value Object(IEnumerable<KeyValuePair<string, Value>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var map = new MapCell();
        foreach (var (name, value) in fields)
        {
            map.Set(name, value);
        }

        return new(map.Seal());
    }

    /// <summary>Parses one JSON text.</summary>
    /// <exception cref="ExpressionException">The text is not JSON: U1007.</exception>
    public static Value Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new JsonTextReader(json).ReadDocument();
    }

    /// <summary>Reads the JSON value that the reader stands at, or the next one.</summary>
    /// <exception cref="ExpressionException">The text is not JSON: U1007.</exception>
    public static Value Read(ref Utf8JsonReader reader) => JsonTokens.Read(ref reader);

    /// <summary>The string; the empty string for anything else.</summary>
    public string AsString() => cell as string ?? "";

    /// <summary>The number; 0 for anything else.</summary>
    public double AsNumber() => number;

    /// <summary>The boolean; false for anything else.</summary>
    public bool AsBoolean() => ReferenceEquals(cell, Atom.Boolean) && number != 0;

    /// <summary>Looks a field of an object up.</summary>
    public bool TryGet(string name, out Value value)
    {
        if (cell is ObjectCell map)
        {
            return map.TryGet(name, out value);
        }

        value = default;
        return false;
    }

    /// <summary>What a condition makes of it: JSONata's <c>$boolean</c>, where undefined is false.</summary>
    /// <exception cref="ExpressionException">It holds a number beyond range: D1001.</exception>
    public bool ToBoolean() => Truth.Of(this);

    /// <summary>What a text shows of it: JSONata's <c>$string</c>, where undefined is the empty string.</summary>
    /// <exception cref="ExpressionException">It holds a number beyond range: D3001, D1001; or it is nested too deeply: U1005.</exception>
    public string ToText() => cell as string ?? (cell is null ? "" : JsonTextWriter.ToDisplay(this, indented: false, int.MaxValue));

    /// <summary>Its JSON text; undefined gives <c>null</c>, a function the empty string.</summary>
    /// <exception cref="ExpressionException">It is nested too deeply: U1005.</exception>
    public string ToJson() => JsonTextWriter.ToJson(this);

    /// <summary>Writes it as JSON; undefined gives <c>null</c>, a function the empty string.</summary>
    /// <exception cref="ExpressionException">It is nested too deeply: U1005.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonTokens.Write(this, writer, 0);
    }

    /// <summary>It as a JSON element of its own document.</summary>
    /// <exception cref="ExpressionException">It is nested too deeply: U1005.</exception>
    public JsonElement ToJsonElement() => JsonTokens.ToElement(this);

    /// <inheritdoc/>
    public bool Equals(Value other) => DeepEquality.Equal(this, other, 0);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => DeepEquality.Hash(this, 0);

    /// <summary>Its JSON text, for people who debug.</summary>
    public override string ToString() => cell is null ? "undefined" : ToJson();

    /// <summary>Deep equality, in which the order of fields does not count.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Deep inequality.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);
}
