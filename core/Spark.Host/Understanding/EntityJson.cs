using System.Text.Json;
using Spark.Understanding.Entities;
using Spark.Understanding.Values;
using Spark.Understanding.Values.Composites;

namespace Spark.Host.Understanding;

/// <summary>
/// Writes entities in the shape of the recognizers' public cases: <c>end</c> is the last character, <c>resolution</c> holds
/// the value, and for moments <c>values</c>, one for each way to take them.
/// </summary>
internal static class EntityJson
{
    public static void Write(
        Utf8JsonWriter writer, string text, string language, IReadOnlyList<Entity> entities, IReadOnlyList<(string Name, CompositeEntity Entity)> composites)
    {
        writer.WriteStartObject();
        writer.WriteString("language", language);
        writer.WriteStartArray("entities");
        foreach (var entity in entities)
        {
            Write(writer, entity);
        }

        foreach (var (name, entity) in composites)
        {
            Write(writer, text, name, entity);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string text, string name, CompositeEntity entity)
    {
        writer.WriteStartObject();
        WritePlace(writer, text, entity.Start, entity.End);
        writer.WriteString("type", $"composite.{name}");
        writer.WriteStartObject("resolution");
        writer.WriteStartObject("parts");
        foreach (var part in entity.Parts)
        {
            writer.WriteStartObject(part.Name);
            WritePlace(writer, text, part.Start, part.End);
            switch (part.Value.Kind)
            {
                case ValueKind.Number:
                    writer.WriteNumber("value", part.Value.Number);
                    break;
                case ValueKind.Measure:
                    writer.WriteNumber("value", part.Value.Number);
                    writer.WriteString("unit", part.Value.Unit);
                    break;
                case ValueKind.Boolean:
                    writer.WriteBoolean("value", part.Value.Boolean);
                    break;
                default:
                    writer.WriteString("value", part.Value.ToString());
                    break;
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, string text, int start, int end)
    {
        writer.WriteString("text", text[start..end]);
        writer.WriteNumber("start", start);
        writer.WriteNumber("end", end - 1);
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
