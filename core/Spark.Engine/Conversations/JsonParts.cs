using System.Collections.Immutable;
using System.Text.Json;
using Spark.Channels;

namespace Spark.Engine.Conversations;

/// <summary>What the writers of states, events and effects share. What is null is left out.</summary>
internal static class JsonParts
{
    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    public static void WriteElement(this Utf8JsonWriter json, ReadOnlySpan<byte> name, JsonElement? element)
    {
        if (element is { } known)
        {
            json.WritePropertyName(name);
            known.WriteTo(json);
        }
    }

    public static void WritePerson(this Utf8JsonWriter json, Person? person)
    {
        if (person is null)
        {
            return;
        }

        json.WriteStartObject("person"u8);
        json.WriteString("id"u8, person.Id);
        json.WriteText("name"u8, person.Name);
        json.WriteText("email"u8, person.Email);
        json.WriteText("language"u8, person.Language);
        json.WriteText("timeZone"u8, person.TimeZone);
        json.WriteText("identity"u8, person.Identity);
        json.WriteBoolean("verified"u8, person.Verified);
        json.WriteEndObject();
    }

    /// <summary>As the descriptions of its type say.</summary>
    public static void WriteRest<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteRest(value);
        }
    }

    /// <summary>As the descriptions of its type say.</summary>
    public static void WriteRest<T>(this Utf8JsonWriter json, T value) => JsonSerializer.Serialize(json, value, ConversationJson.TypeOf<T>());

    public static void WriteList<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableList<T> list)
    {
        json.WriteStartArray(name);
        if (!list.IsEmpty)
        {
            foreach (var item in list)
            {
                json.WriteRest(item);
            }
        }

        json.WriteEndArray();
    }
}
