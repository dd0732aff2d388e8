using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>
/// Buttons as text that Sparkcentral's own messenger shows as buttons: <c>%[Label](reply:PAYLOAD)</c> answers, <c>%[Label](https://…)</c>
/// leads somewhere. Other media would show the characters.
/// </summary>
internal static class Shortcodes
{
    private static readonly string[] Media = ["smooch-rtm", "rtm"];

    /// <summary>Whether the conversation's medium shows them.</summary>
    public static bool AreShown(JsonElement? channelDetails) =>
        channelDetails is { ValueKind: JsonValueKind.Object } details
        && details.TryGetProperty("medium", out var medium)
        && medium.ValueKind == JsonValueKind.String
        && Media.Contains(medium.GetString(), StringComparer.Ordinal);

    /// <summary>The parts with shortcodes in the place of choices. Choices that cannot be written so stay a numbered list.</summary>
    public static IReadOnlyList<MessagePart> Of(IReadOnlyList<MessagePart> parts) =>
        [.. parts.Select(part => part is ChoicesPart choices && choices.Choices.All(CanBeWritten)
            ? new TextPart(string.Join('\n', choices.Choices.Select(Write)))
            : part)];

    private static bool CanBeWritten(Choice choice) =>
        choice.Label.AsSpan().IndexOfAny("[]()\n") < 0 && Target(choice).AsSpan().IndexOfAny("() \n") < 0;

    private static string Write(Choice choice) => $"%[{choice.Label}]({Target(choice)})";

    private static string Target(Choice choice) => choice.Link is { } link ? link.AbsoluteUri : $"reply:{choice.Token}";
}
