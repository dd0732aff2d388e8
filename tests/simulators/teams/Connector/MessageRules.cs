using System.Text;
using System.Text.Json.Nodes;

namespace Spark.Simulators.Teams.Connector;

/// <summary>What Teams takes of a message.</summary>
internal static class MessageRules
{
    private const int LargestBytes = 100 * 1024;
    private const string Card = "application/vnd.microsoft.card.adaptive";

    /// <summary>True when the body is larger than Teams takes it, counted as UTF-16.</summary>
    public static bool IsTooLarge(string body) => Encoding.Unicode.GetByteCount(body) > LargestBytes;

    /// <summary>What is wrong; null for nothing.</summary>
    public static string? Problem(JsonObject activity)
    {
        switch (activity["type"]?.GetValue<string>())
        {
            case null:
                return "Missing required property 'type'.";
            case "typing":
                return null;
            case "message":
                break;
            case var other:
                return $"Unknown activity type '{other}'.";
        }

        var attachments = activity["attachments"] as JsonArray ?? [];
        if (string.IsNullOrEmpty(activity["text"]?.GetValue<string>()) && attachments.Count == 0)
        {
            return "Activity resulted into multiple skype activities or has no content.";
        }

        foreach (var attachment in attachments)
        {
            if (attachment?["contentType"]?.GetValue<string>() == Card && CardProblem(attachment["content"] as JsonObject) is { } problem)
            {
                return $"Bad format of conversation: {problem}";
            }
        }

        return null;
    }

    private static string? CardProblem(JsonObject? card) =>
        card is null ? "the card has no content"
        : card["type"]?.GetValue<string>() != "AdaptiveCard" ? "the card's type is not AdaptiveCard"
        : !Version.TryParse(card["version"]?.GetValue<string>(), out var version) || version > new Version(1, 5) ? "the card's version is not supported"
        : card["body"] is not JsonArray && card["actions"] is not JsonArray ? "the card is empty"
        : null;
}
