using System.Text.Json;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>Reads the channel's details out of a stored state, and nothing else of it.</summary>
internal static class StoredDetails
{
    public static JsonElement? Read(ReadOnlySpan<byte> state)
    {
        var reader = new Utf8JsonReader(state);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isDetails = reader.ValueTextEquals("channelDetails"u8);
            reader.Read();
            if (isDetails)
            {
                return JsonElement.ParseValue(ref reader);
            }

            reader.Skip();
        }

        return null;
    }
}
