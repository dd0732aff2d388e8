using System.Text.Json;
using Spark.Channels.Teams.Inbound;

namespace Spark.Channels.Teams.Cards;

/// <summary>
/// Looks at a designer's card before it leaves: Teams refuses a whole message for one mistake in its card, and shows nothing of a newer
/// card than it knows.
/// </summary>
internal static class CardCheck
{
    private const int Deepest = 20;

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "TextBlock", "RichTextBlock", "TextRun", "Image", "ImageSet", "Media", "Container", "ColumnSet", "Column", "FactSet", "Table",
        "TableRow", "TableCell", "ActionSet", "Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet",
    };

    private static readonly HashSet<string> Actions = new(StringComparer.Ordinal)
    {
        "Action.OpenUrl", "Action.Submit", "Action.Execute", "Action.ShowCard", "Action.ToggleVisibility",
    };

    /// <summary>What is wrong, in a sentence for the operator; null for nothing.</summary>
    public static string? Problem(JsonElement card)
    {
        if (card.Text("type") != "AdaptiveCard")
        {
            return "it is no Adaptive Card.";
        }

        return !Version.TryParse(card.Text("version"), out var version) || version > AdaptiveCard.Newest
            ? $"its version is not one up to {AdaptiveCard.Newest.ToString(2)}."
            : Inside(card, 0);
    }

    private static string? Inside(JsonElement element, int depth)
    {
        if (depth > Deepest)
        {
            return "it is nested too deeply.";
        }

        foreach (var name in (string[])["body", "items", "columns", "rows", "cells", "inlines", "images"])
        {
            foreach (var inner in element.Items(name))
            {
                if ((Element(inner, name) ?? Inside(inner, depth + 1)) is { } problem)
                {
                    return problem;
                }
            }
        }

        foreach (var action in element.Items("actions").Concat(element.Field("selectAction") is { ValueKind: JsonValueKind.Object } selected ? [selected] : []))
        {
            if ((Action(action) ?? (action.Object("card") is { ValueKind: JsonValueKind.Object } shown ? Inside(shown, depth + 1) : null)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? Element(JsonElement element, string within)
    {
        // Runs of text may be plain strings; columns, rows, cells and images need not say what they are.
        if (element.ValueKind == JsonValueKind.String && within == "inlines")
        {
            return null;
        }

        var type = element.Text("type");
        if (type is null)
        {
            return within is "columns" or "rows" or "cells" or "images" ? null : "an element has no type.";
        }

        if (!Elements.Contains(type))
        {
            return $"it has an element of unknown type '{type}'.";
        }

        return type.StartsWith("Input.", StringComparison.Ordinal) && element.Text("id") is null ? $"an {type} has no id."
            : type == "Input.ChoiceSet" && !element.Items("choices").Any() && element.Field("choices.data").ValueKind == JsonValueKind.Undefined ? "an Input.ChoiceSet has no choices."
            : type == "Image" && element.Text("url") is null ? "an Image has no url."
            : null;
    }

    private static string? Action(JsonElement action)
    {
        var type = action.Text("type");
        if (type is null || !Actions.Contains(type))
        {
            return $"it has an action of unknown type '{type}'.";
        }

        return type == "Action.OpenUrl" && !(Uri.TryCreate(action.Text("url"), UriKind.Absolute, out var url) && ChoiceButtons.IsSafe(url))
            ? "an Action.OpenUrl leads to no address that people may be led to."
            : null;
    }
}
