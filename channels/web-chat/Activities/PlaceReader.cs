using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels.WebChat.Activities;

/// <summary>Reads a place among the entities of an activity: <c>GeoCoordinates</c>, alone or within a <c>Place</c>.</summary>
internal static class PlaceReader
{
    public static LocationPart? Read(JsonElement? entities)
    {
        if (entities is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        foreach (var entity in list.EnumerateArray())
        {
            if (Read(entity) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private static LocationPart? Read(JsonElement entity)
    {
        var type = Text(entity, "type");
        var geo = type == "Place" && entity.TryGetProperty("geo", out var inner) ? inner : entity;
        return type is "Place" or "GeoCoordinates" && Number(geo, "latitude", 90) is { } latitude && Number(geo, "longitude", 180) is { } longitude
            ? new(latitude, longitude) { Name = Text(entity, "name"), Address = Text(entity, "address") }
            : null;
    }

    private static double? Number(JsonElement element, string field, double most) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) <= most
            ? number
            : null;

    private static string? Text(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? ActivityReader.TextOf(value)
            : null;
}
