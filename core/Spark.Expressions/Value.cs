using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spark.Expressions;

/// <summary>A JSON value, or undefined. Immutable.</summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly object? reference;
    private readonly double number;

    private Value(ValueKind kind, object? reference, double number = 0)
    {
        Kind = kind;
        this.reference = reference;
        this.number = number;
    }

    /// <summary>A missing value.</summary>
    public static Value Undefined => default;

    /// <summary>JSON's null.</summary>
    public static Value Null => new(ValueKind.Null, null);

    /// <summary>What it is.</summary>
    public ValueKind Kind { get; }

    /// <summary>True when it is missing.</summary>
    public bool IsUndefined => Kind == ValueKind.Undefined;

    /// <summary>The number of items or fields.</summary>
    public int Count => reference switch
    {
        Value[] items => items.Length,
        IValueObject source => source.Names.Count(),
        _ => 0,
    };

    /// <summary>The fields of an object.</summary>
    public IEnumerable<KeyValuePair<string, Value>> Fields
    {
        get
        {
            if (reference is IValueObject source)
            {
                foreach (var name in source.Names)
                {
                    if (source.TryGet(name, out var value))
                    {
                        yield return new(name, value);
                    }
                }
            }
        }
    }

    /// <summary>An item of a list.</summary>
    public Value this[int index] => reference is Value[] items && index >= 0 && index < items.Length ? items[index] : Undefined;

    /// <summary>A field of an object; undefined when absent.</summary>
    public Value this[string name] => reference is IValueObject source && source.TryGet(name, out var value) ? value : Undefined;

    /// <summary>A string; null gives JSON's null.</summary>
    public static Value From(string? text) => text is null ? Null : new(ValueKind.String, text);

    /// <summary>A number.</summary>
    public static Value From(double number) => new(ValueKind.Number, null, number);

    /// <summary>A boolean.</summary>
    public static Value From(bool boolean) => new(ValueKind.Boolean, null, boolean ? 1 : 0);

    /// <summary>An object whose fields are looked up lazily.</summary>
    public static Value From(IValueObject source) => new(ValueKind.Object, source);

    /// <summary>A JSON document.</summary>
    public static Value From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => Null,
        JsonValueKind.True => From(true),
        JsonValueKind.False => From(false),
        JsonValueKind.Number => From(element.GetDouble()),
        JsonValueKind.String => From(element.GetString()),
        JsonValueKind.Array => Array([.. element.EnumerateArray().Select(From)]),
        JsonValueKind.Object => Object(element.EnumerateObject().Select(field => new KeyValuePair<string, Value>(field.Name, From(field.Value)))),
        _ => Undefined,
    };

    /// <summary>A JSON node.</summary>
    public static Value From(JsonNode? node) => node is null ? Null : From(JsonSerializer.SerializeToElement(node));

    /// <summary>A list.</summary>
    public static Value Array(IReadOnlyList<Value> items) => new(ValueKind.Array, items.ToArray());

    /// <summary>An object.</summary>
    public static Value Object(IEnumerable<KeyValuePair<string, Value>> fields) => new(ValueKind.Object, new FieldList(fields));

    /// <summary>Parses JSON.</summary>
    public static Value Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return From(document.RootElement);
    }

    /// <summary>Reads one JSON value.</summary>
    public static Value Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return From(document.RootElement);
    }

    /// <summary>Writes it as JSON; undefined as null.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case ValueKind.Boolean:
                writer.WriteBooleanValue(AsBoolean());
                break;
            case ValueKind.Number:
                writer.WriteNumberValue(number);
                break;
            case ValueKind.String:
                writer.WriteStringValue(AsString());
                break;
            case ValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in (Value[])reference!)
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
                break;
            case ValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, value) in Fields)
                {
                    writer.WritePropertyName(name);
                    value.WriteTo(writer);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>The JSON text.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The string.</summary>
    public string AsString() => (string)reference!;

    /// <summary>The number.</summary>
    public double AsNumber() => number;

    /// <summary>The boolean.</summary>
    public bool AsBoolean() => Kind == ValueKind.Boolean && number != 0;

    /// <summary>JSONata's <c>$boolean</c>.</summary>
    public bool ToBoolean() => Kind switch
    {
        ValueKind.Boolean => AsBoolean(),
        ValueKind.Number => number != 0,
        ValueKind.String => AsString().Length > 0,
        ValueKind.Array => ((Value[])reference!).Any(item => item.ToBoolean()),
        ValueKind.Object => Count > 0,
        _ => false,
    };

    /// <summary>JSONata's <c>$string</c>; undefined gives the empty string.</summary>
    public string ToText() => Kind switch
    {
        ValueKind.Undefined => "",
        ValueKind.String => AsString(),
        _ => ToJson(),
    };

    /// <inheritdoc/>
    public bool Equals(Value other) => Kind == other.Kind && string.Equals(ToJson(), other.ToJson(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    /// <summary>Deep equality.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Deep inequality.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    private sealed class FieldList : IValueObject
    {
        private readonly Dictionary<string, Value> fields = new(StringComparer.Ordinal);

        public FieldList(IEnumerable<KeyValuePair<string, Value>> fields)
        {
            foreach (var (name, value) in fields)
            {
                this.fields[name] = value;
            }
        }

        public IEnumerable<string> Names => fields.Keys;

        public bool TryGet(string name, out Value value) => fields.TryGetValue(name, out value);
    }
}
