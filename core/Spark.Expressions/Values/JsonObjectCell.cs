using System.Runtime.InteropServices;
using System.Text.Json;

namespace Spark.Expressions.Values;

/// <summary>An object of a JSON document, read where it lies.</summary>
internal sealed class JsonObjectCell(JsonElement element) : ObjectCell
{
    private volatile MapCell? fields;

    // The last object or array that was asked for: expressions come back to it, and wrapping and reading it again would cost most.
    private LastField? last;

    public override MapCell Fields
    {
        get
        {
            if (fields is null)
            {
                var map = new MapCell();
                foreach (var property in element.EnumerateObject())
                {
                    map.Set(JsonElements.NameOf(property), JsonElements.ToValue(property.Value));
                }

                fields = map.Seal();
            }

            return fields;
        }
    }

    /// <summary>The length of its JSON text.</summary>
    public int SourceLength => JsonMarshal.GetRawUtf8Value(element).Length;

    public override bool TryGet(string name, out Value value)
    {
        if (fields is not null)
        {
            return fields.TryGet(name, out value);
        }

        if (element.TryGetProperty(name, out var found))
        {
            value = JsonElements.ToValue(found);
            return true;
        }

        value = default;
        return false;
    }

    public override bool TryGet(FieldName name, out Value value)
    {
        if (last is { } known && string.Equals(known.Name, name.Text, StringComparison.Ordinal))
        {
            value = known.Value;
            return true;
        }

        if (fields is null && element.TryGetProperty(name.Utf8, out var found))
        {
            value = JsonElements.ToValue(found);
            if (value.Kind is ValueKind.Object or ValueKind.Array)
            {
                last = new LastField(name.Text, value);
            }

            return true;
        }

        value = default;
        return fields is not null && fields.TryGet(name.Text, out value);
    }

    // One object, so that threads see a name and its value together or not at all.
    private sealed class LastField(string name, Value value)
    {
        public string Name => name;

        public Value Value => value;
    }
}
