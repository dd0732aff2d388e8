using System.Text.Json.Nodes;

namespace Spark.Simulators.Teams.Control;

/// <summary>Finds the buttons on what the bot has sent.</summary>
internal static class Buttons
{
    /// <summary>The first button of that title, wherever on the cards it is; null when there is none.</summary>
    public static JsonObject? Find(JsonNode node, string? title)
    {
        switch (node)
        {
            case JsonObject json when json["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name is "Action.Submit" or "Action.Execute" && json["title"]?.GetValue<string>() == title:
                return json;
            case JsonObject json:
                return json.Select(field => field.Value is null ? null : Find(field.Value, title)).FirstOrDefault(found => found is not null);
            case JsonArray array:
                return array.Select(item => item is null ? null : Find(item, title)).FirstOrDefault(found => found is not null);
            default:
                return null;
        }
    }

    /// <summary>What a press brings: the button's data, and what was filled in.</summary>
    public static JsonObject DataOf(JsonObject button, JsonObject? inputs)
    {
        var data = button["data"]?.DeepClone() as JsonObject ?? [];
        foreach (var (name, value) in inputs ?? [])
        {
            data[name] = value?.DeepClone();
        }

        return data;
    }
}
