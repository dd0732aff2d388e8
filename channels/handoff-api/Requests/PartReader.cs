using System.Globalization;
using System.Text.Json;

namespace Spark.Channels.HandoffApi.Requests;

/// <summary>Reads the parts of one message, and counts what they come to.</summary>
internal sealed class PartReader(MediaTypeList mediaTypes)
{
    private int texts;
    private int bytes;
    private int files;

    public IReadOnlyList<HandedPart> Read(JsonElement parts)
    {
        if (parts.GetArrayLength() > Limits.Parts)
        {
            throw new BadBodyException($"'message.parts' may hold {Limits.Parts} parts.");
        }

        var read = new List<HandedPart>(parts.GetArrayLength());
        foreach (var part in parts.EnumerateArray())
        {
            read.Add(Read(part, string.Create(CultureInfo.InvariantCulture, $"message.parts[{read.Count}]")));
        }

        return read;
    }

    private HandedPart Read(JsonElement part, string at) => (part.ValueKind == JsonValueKind.Object ? Text(part, "type") : null) switch
    {
        "TEXT" => new(ReadText(part, at), null),
        "FILE" => new(null, ReadFile(part, at)),
        _ => throw new BadBodyException($"'{at}.type' must be \"TEXT\" or \"FILE\"."),
    };

    private string ReadText(JsonElement part, string at)
    {
        var text = Text(part, "text");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new BadBodyException($"'{at}.text' must be a text that is not empty.");
        }

        texts += text.Length;
        return texts <= Limits.Text ? text : throw new BadBodyException($"The texts of 'message.parts' may hold {Limits.Text} characters together.");
    }

    private HandedFile ReadFile(JsonElement part, string at)
    {
        var asked = Text(part, "mimeType");
        if (string.IsNullOrEmpty(asked))
        {
            throw new BadBodyException($"'{at}.mimeType' must be a media type such as image/png.");
        }

        var type = mediaTypes.Take(asked) ?? throw new BadBodyException($"'{at}.mimeType' is a type that is not taken here.");
        var content = Decode(part, at);
        bytes += content.Length;
        if (content.Length > Limits.FileBytes || bytes > Limits.AllFileBytes)
        {
            throw new BadBodyException($"'{at}' is too large: a file may hold {Limits.FileBytes} bytes, and all together {Limits.AllFileBytes}.");
        }

        return new(FileName.Of(++files, type), type, content);
    }

    private static byte[] Decode(JsonElement part, string at)
    {
        if (Text(part, "fileContent") is not { } base64)
        {
            throw new BadBodyException($"'{at}.fileContent' must be the file's bytes as base64.");
        }

        var content = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, content, out var length)
            ? content[..length]
            : throw new BadBodyException($"'{at}.fileContent' is not base64.");
    }

    private static string? Text(JsonElement part, string field) =>
        part.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
