using System.Text.Json;

namespace Spark.Channels.HandoffApi.Requests;

/// <summary>Reads the body of a handoff (contract §1.1). What it does not know it skips; what is wrong it names with its place.</summary>
internal sealed class BodyReader(MediaTypeList mediaTypes)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <exception cref="BadBodyException">It is not what the API takes.</exception>
    public HandoffBody Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body);
            return Read(document.RootElement, now);
        }
        catch (JsonException)
        {
            throw new BadBodyException("The body is not JSON.");
        }
        catch (InvalidOperationException)
        {
            // A string that is no text: half of a surrogate pair, or bytes that are not UTF-8.
            throw new BadBodyException("The body holds a string that is not well-formed text.");
        }
    }

    private HandoffBody Read(JsonElement root, DateTimeOffset now)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.Object)
        {
            throw new BadBodyException("'message' is missing: send {\"message\": {\"parts\": [{\"type\": \"TEXT\", \"text\": \"...\"}]}}.");
        }

        if (!message.TryGetProperty("parts", out var parts) || parts.ValueKind != JsonValueKind.Array || parts.GetArrayLength() == 0)
        {
            throw new BadBodyException("'message.parts' needs at least one part.");
        }

        return new()
        {
            Parts = new PartReader(mediaTypes).Read(parts),
            Metadata = Optional(root, "metadata") is { } metadata ? ReadMetadata(metadata) : new Dictionary<string, string>(StringComparer.Ordinal),
            Transcript = Optional(root, "transcript") is { } transcript ? TranscriptReader.Read(transcript, now) : [],
        };
    }

    private static JsonElement? Optional(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static Dictionary<string, string> ReadMetadata(JsonElement metadata)
    {
        if (metadata.ValueKind != JsonValueKind.Object)
        {
            throw new BadBodyException("'metadata' must be an object whose values are strings.");
        }

        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        var length = 0;
        foreach (var field in metadata.EnumerateObject())
        {
            if (field.Value.ValueKind != JsonValueKind.String)
            {
                throw new BadBodyException($"'metadata.{field.Name}' must be a string.");
            }

            var value = field.Value.GetString()!;
            read[field.Name] = value;
            length += field.Name.Length + value.Length;
        }

        if (read.Count > Limits.MetadataEntries || length > Limits.Metadata)
        {
            throw new BadBodyException($"'metadata' may hold {Limits.MetadataEntries} entries and {Limits.Metadata} characters together.");
        }

        return read;
    }
}
