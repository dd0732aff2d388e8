using System.Buffers;
using System.Text.Json;

namespace Spark.Channels.Sparkcentral.Inbound;

/// <summary>
/// What bots see as <c>sys.channelDetails</c>: the fields, and their names, that Chatlayer gives its bots for Sparkcentral.
/// What the event does not tell is left out, because expressions take null for a value.
/// </summary>
internal static class ChannelDetails
{
    private static readonly string[] ProfileTexts =
        ["id", "mediumContactProfileId", "primaryIdentifier", "secondaryIdentifier", "pictureUrl"];

    public static JsonElement Of(JsonElement data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Copy(json, "channelId", data.Object("channel").Field("id"));
            Copy(json, "medium", data.Object("medium").Field("id"));
            Profile(json, data.Object("contactProfile"));
            Attributes(json, data);
            json.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Profile(Utf8JsonWriter json, JsonElement profile)
    {
        json.WriteStartObject("contactProfile");
        foreach (var name in ProfileTexts)
        {
            Copy(json, name, profile.Field(name));
        }

        Copy(json, "vip", profile.Field("vip"));
        json.WriteEndObject();
    }

    private static void Attributes(Utf8JsonWriter json, JsonElement data)
    {
        json.WriteStartArray("contactAttributes");
        foreach (var attribute in data.Items("contactAttributes").Where(item => item.Text("attribute") is not null))
        {
            json.WriteStartObject();
            Copy(json, "attribute", attribute.Field("attribute"));
            Copy(json, "value", attribute.Field("value"));
            Copy(json, "source", attribute.Field("source"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Copy(Utf8JsonWriter json, string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }
}
