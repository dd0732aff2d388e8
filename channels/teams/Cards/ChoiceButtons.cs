using System.Text.Json.Nodes;
using Spark.Channels.Teams.Inbound;
using Spark.Messages;

namespace Spark.Channels.Teams.Cards;

/// <summary>Makes the buttons of a card. Each carries the token that comes back, for whom it is, and what it stood under.</summary>
internal static class ChoiceButtons
{
    /// <summary>As many as every client shows in one row of a card.</summary>
    private const int MostInARow = 5;
    private const int MostRows = 5;
    private const int LongestLabel = 80;
    private const int LongestAsk = 1_000;

    /// <summary>True when the choices fit on a card; otherwise they are a numbered list.</summary>
    public static bool Fit(IReadOnlyList<Choice> choices) =>
        choices.Count <= MostInARow * MostRows
        && choices.All(choice => choice.Label.Length is > 0 and <= LongestLabel && (choice.Link is null || IsSafe(choice.Link)));

    /// <summary>Rows of buttons.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="answerOnce">True when they answer a question.</param>
    /// <param name="ask">The text that they stand under.</param>
    /// <param name="person">For whom they are; null for everybody.</param>
    public static JsonArray Rows(IReadOnlyList<Choice> choices, bool answerOnce, string? ask, string? person) =>
        [.. choices.Chunk(MostInARow).Select(row => (JsonNode)new JsonObject
        {
            ["type"] = "ActionSet",
            ["actions"] = new JsonArray([.. row.Select(choice => (JsonNode)Button(choice, answerOnce, ask, person))]),
        })];

    /// <summary>True for what a person may be led to.</summary>
    public static bool IsSafe(Uri link) => link.IsAbsoluteUri && link.Scheme is "https" or "http" or "mailto" or "tel";

    private static JsonObject Button(Choice choice, bool answerOnce, string? ask, string? person)
    {
        if (choice.Link is { } link)
        {
            return new() { ["type"] = "Action.OpenUrl", ["title"] = choice.Label, ["url"] = link.AbsoluteUri };
        }

        var own = new JsonObject { ["token"] = choice.Token ?? choice.Label, ["label"] = choice.Label };
        if (answerOnce)
        {
            own["once"] = true;
            own["ask"] = ask is { Length: > LongestAsk } ? $"{ask[..LongestAsk]}…" : ask;
        }

        if (person is not null)
        {
            own["for"] = person;
        }

        return new() { ["type"] = "Action.Submit", ["title"] = choice.Label, ["data"] = new JsonObject { [Press.Own] = own } };
    }
}
