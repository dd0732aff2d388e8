using System.Text.Json;
using Spark.Understanding.Entities;

namespace Spark.Host.Understanding;

/// <summary>
/// Writes entities in the shape of the recognizers' public cases: <c>end</c> is the last character, <c>resolution</c> holds
/// the value, and for moments <c>values</c>, one for each way to take them.
/// </summary>
internal static class EntityJson
{
    public static void Write(Utf8JsonWriter writer, string language, IReadOnlyList<Entity> entities)
    {
        writer.WriteStartObject();
        writer.WriteString("language", language);
        writer.WriteStartArray("entities");
        foreach (var entity in entities)
        {
            Write(writer, entity);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Entity entity)
    {
        writer.WriteStartObject();
        writer.WriteString("text", entity.Text);
        writer.WriteNumber("start", entity.Start);
        writer.WriteNumber("end", entity.End - 1);
        writer.WriteString("type", entity.Type);
        writer.WriteStartObject("resolution");
        if (entity.Type.StartsWith(EntityTypes.MomentPrefix, StringComparison.Ordinal))
        {
            writer.WriteStartArray("values");
            foreach (var value in entity.Values)
            {
                writer.WriteStartObject();
                Write(writer, value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
        else
        {
            Write(writer, entity.Values[0]);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EntityValue value)
    {
        Write(writer, "timex", value.Timex);
        Write(writer, "Mod", value.Modifier);
        Write(writer, "type", value.Moment);
        Write(writer, "sourceEntity", value.SourceEntity);
        Write(writer, "start", value.Start);
        Write(writer, "end", value.End);
        Write(writer, "list", value.Days);
        if (value.Truth is { } truth)
        {
            writer.WriteBoolean("value", truth);
        }
        else if (value.Value is not null || value.Unit is not null)
        {
            writer.WriteString("value", value.Value);
        }

        Write(writer, "unit", value.Unit);
        Write(writer, "subtype", value.Subtype);
        Write(writer, "isoCurrency", value.IsoCurrency);
        Write(writer, "offset", value.Offset);
        Write(writer, "relativeTo", value.RelativeTo);
    }

    private static void Write(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
