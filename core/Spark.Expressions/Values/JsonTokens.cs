using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Spark.Expressions.Values;

/// <summary>Values from and to the library's reader and writer.</summary>
internal static class JsonTokens
{
    public static Value Read(ref Utf8JsonReader reader)
    {
        try
        {
            if (reader.TokenType == JsonTokenType.None && !reader.Read())
            {
                throw Failure.New("U1007", "The text is not JSON: it ends too early");
            }

            return ReadHere(ref reader);
        }
        catch (JsonException wrong)
        {
            throw new ExpressionException("U1007", -1, null, "The text is not JSON: " + wrong.Message, wrong);
        }
    }

    public static void Write(Value value, Utf8JsonWriter writer, int depth)
    {
        Nesting.Check(depth);
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean());
                break;
            case ValueKind.Number when double.IsFinite(value.AsNumber()):
                writer.WriteRawValue(NumberText.Format(value.AsNumber()), skipInputValidation: true);
                break;
            case ValueKind.String:
                writer.WriteStringValue(value.AsString());
                break;
            case ValueKind.Function:
                writer.WriteStringValue("");
                break;
            case ValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.List!.Span)
                {
                    Write(item, writer, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case ValueKind.Object:
                writer.WriteStartObject();
                var fields = value.Map!.Fields;
                for (var index = 0; index < fields.Count; index++)
                {
                    writer.WritePropertyName(fields.Names[index]);
                    Write(fields.Values[index], writer, depth + 1);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    public static JsonElement ToElement(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(value, writer, 0);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = Nesting.Limit + 2 });
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.Clone();
    }

    private static Value ReadHere(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader);
            case JsonTokenType.String:
                return new Value(Text(ref reader));
            case JsonTokenType.Number:
                return Value.From(reader.GetDouble());
            case JsonTokenType.True:
                return Value.True;
            case JsonTokenType.False:
                return Value.False;
            case JsonTokenType.Null:
                return Value.Null;
            default:
                throw Failure.New("U1007", $"The text is not JSON: a value cannot start with {reader.TokenType}");
        }
    }

    private static Value ReadObject(ref Utf8JsonReader reader)
    {
        Nesting.Check(reader.CurrentDepth);
        var map = new MapCell();
        while (Advance(ref reader) != JsonTokenType.EndObject)
        {
            if (reader.TokenType == JsonTokenType.Comment)
            {
                continue;
            }

            var name = Text(ref reader);
            while (Advance(ref reader) == JsonTokenType.Comment)
            {
            }

            map.Set(name, ReadHere(ref reader));
        }

        return new Value(map.Seal());
    }

    private static Value ReadArray(ref Utf8JsonReader reader)
    {
        Nesting.Check(reader.CurrentDepth);
        var list = new ArrayCell(ListTraits.None);
        while (Advance(ref reader) != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Comment)
            {
                list.Add(ReadHere(ref reader));
            }
        }

        return new Value(list);
    }

    private static JsonTokenType Advance(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw Failure.New("U1007", "The text is not JSON: it ends too early");

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, which the language allows and the library's reader does not.
            var raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray();
            return new JsonTextReader("\"" + Encoding.UTF8.GetString(raw) + "\"").ReadDocument().AsString();
        }
    }
}
