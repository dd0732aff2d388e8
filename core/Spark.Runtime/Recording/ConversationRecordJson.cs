using System.Buffers;
using System.Text;
using System.Text.Json;
using Spark.Engine.Conversations;

namespace Spark.Runtime.Recording;

/// <summary>Records of conversations as JSON. What is stored as JSON lies in it as it is stored, byte by byte.</summary>
public static class ConversationRecordJson
{
    private const int Format = 1;

    /// <summary>Writes a record.</summary>
    public static byte[] Write(ConversationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            writer.WriteString("key", record.Key);
            writer.WriteString("instance", record.Instance);
            writer.WriteString("conversationId", record.ConversationId);
            writer.WriteString("engine", record.Engine);
            Strings(writer, "plugins", record.Plugins);
            WriteTurns(writer, record.Turns);
            Raw(writer, "state", ConversationJson.Write(record.State));
            WriteEpisodes(writer, record.Episodes);
            WriteVersions(writer, record.Versions);
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads a record.</summary>
    /// <param name="json">What <see cref="Write"/> has written.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static ConversationRecord Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        try
        {
            return new()
            {
                Key = Text(root, "key"),
                Instance = Text(root, "instance"),
                ConversationId = Text(root, "conversationId"),
                Engine = Text(root, "engine"),
                Plugins = [.. root.GetProperty("plugins").EnumerateArray().Select(plugin => plugin.GetString() ?? "")],
                Turns = [.. root.GetProperty("turns").EnumerateArray().Select(ReadTurn)],
                State = ConversationJson.ReadState(Bytes(root.GetProperty("state"))),
                Episodes = [.. root.GetProperty("episodes").EnumerateArray().Select(ReadEpisode)],
                Versions = [.. root.GetProperty("versions").EnumerateArray().Select(ReadVersion)],
            };
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException($"This is no record of a conversation: {wrong.Message}", wrong);
        }
    }

    private static void WriteTurns(Utf8JsonWriter writer, IReadOnlyList<RecordedTurn> turns)
    {
        writer.WriteStartArray("turns");
        foreach (var turn in turns)
        {
            writer.WriteStartObject();
            writer.WriteNumber("sequence", turn.Sequence);
            Raw(writer, "event", ConversationJson.Write(turn.Event));
            writer.WriteStartArray("effects");
            foreach (var effect in turn.Effects)
            {
                writer.WriteRawValue(ConversationJson.Write(effect));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteEpisodes(Utf8JsonWriter writer, IReadOnlyList<Episode> episodes)
    {
        writer.WriteStartArray("episodes");
        foreach (var episode in episodes)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", episode.Number);
            writer.WriteString("bot", episode.Bot);
            writer.WriteString("version", episode.Version);
            writer.WriteString("began", episode.Began);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteVersions(Utf8JsonWriter writer, IReadOnlyList<RecordedVersion> versions)
    {
        writer.WriteStartArray("versions");
        foreach (var version in versions)
        {
            writer.WriteStartObject();
            writer.WriteString("bot", version.Bot);
            writer.WriteString("version", version.Version);
            Raw(writer, "source", ConversationJson.Write(version.Source));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static RecordedTurn ReadTurn(JsonElement turn) => new(
        turn.GetProperty("sequence").GetInt64(),
        ConversationJson.ReadEvent(Bytes(turn.GetProperty("event"))),
        [.. turn.GetProperty("effects").EnumerateArray().Select(effect => ConversationJson.ReadEffect(Bytes(effect)))]);

    private static Episode ReadEpisode(JsonElement episode) => new()
    {
        Number = episode.GetProperty("number").GetInt32(),
        Bot = Text(episode, "bot"),
        Version = Text(episode, "version"),
        Began = episode.GetProperty("began").GetDateTimeOffset(),
    };

    private static RecordedVersion ReadVersion(JsonElement version) => new(
        Text(version, "bot"), Text(version, "version"), ConversationJson.ReadSource(Bytes(version.GetProperty("source"))));

    private static void Strings(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void Raw(Utf8JsonWriter writer, string name, byte[] json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json);
    }

    private static byte[] Bytes(JsonElement element) => Encoding.UTF8.GetBytes(element.GetRawText());

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
