using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spark.Channels.Teams.Cards;

/// <summary>Makes Adaptive Cards of the version that Teams shows on all its clients.</summary>
internal static class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";
    public static readonly Version Newest = new(1, 5);

    public static JsonObject Of(JsonArray body) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = Newest.ToString(2),
        ["body"] = body,
    };

    public static JsonObject Attachment(JsonNode card) => new() { ["contentType"] = ContentType, ["content"] = card };

    public static JsonNode NodeOf(JsonElement card) => JsonNode.Parse(card.GetRawText())!;
}
