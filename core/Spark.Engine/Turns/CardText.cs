using System.Text.Json;

namespace Spark.Engine.Turns;

/// <summary>What a card says, for channels that cannot show it: its own fallback text, or its texts, facts and links line by line.</summary>
internal static class CardText
{
    public static string Of(JsonElement card)
    {
        if (Text(card, "fallbackText") is { } fallback)
        {
            return fallback;
        }

        var lines = new List<string>();
        Add(card, lines);
        return string.Join('\n', lines);
    }

    private static void Add(JsonElement element, List<string> lines)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Add(item, lines);
                }

                break;
            case JsonValueKind.Object:
                AddOwn(element, lines);
                foreach (var field in element.EnumerateObject().Where(field => field.Name is not ("fallback" or "requires")))
                {
                    Add(field.Value, lines);
                }

                break;
        }
    }

    private static void AddOwn(JsonElement element, List<string> lines)
    {
        var (title, value, url) = (Text(element, "title"), Text(element, "value"), Text(element, "url"));
        var line = Text(element, "text") ?? Text(element, "label") ?? (title, value, url) switch
        {
            ({ } name, _, { } address) => $"{name}: {address}",
            ({ } name, { } fact, _) => $"{name}: {fact}",
            ({ } name, _, _) => name,
            _ => Text(element, "altText"),
        };
        if (line is not null)
        {
            lines.Add(line);
        }
    }

    private static string? Text(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;
}
