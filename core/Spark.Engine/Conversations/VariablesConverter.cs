using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Expressions;

namespace Spark.Engine.Conversations;

/// <summary>Variables by name in ordinal order, whatever the machine's language: the same state gives the same bytes everywhere.</summary>
internal sealed class VariablesConverter : JsonConverter<ImmutableSortedDictionary<string, Value>>
{
    public override ImmutableSortedDictionary<string, Value> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Variables are an object.");
        }

        var variables = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            variables[name] = Value.Read(ref reader);
        }

        return variables.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, Value> value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Writes them as one object.</summary>
    public static void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, Value> value)
    {
        writer.WriteStartObject();
        foreach (var (name, variable) in value)
        {
            if (!variable.IsUndefined)
            {
                writer.WritePropertyName(name);
                variable.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
