using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Expressions;

namespace Spark.Engine.Conversations;

/// <summary>A value as the JSON that it is.</summary>
internal sealed class ValueConverter : JsonConverter<Value>
{
    public override bool HandleNull => true;

    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Value.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options) => value.WriteTo(writer);
}
