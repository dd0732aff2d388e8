using System.Text.Json.Nodes;
using Spark.Channels.Teams.Cards;
using Spark.Channels.Teams.People;
using Spark.Messages;

namespace Spark.Channels.Teams.Outbound;

/// <summary>
/// The activities of one message as they grow. One shows its text first and its attachments below: text that comes after an attachment
/// begins the next.
/// </summary>
internal sealed class ActivityDraft(OutboundMessage message, Address address)
{
    private readonly List<JsonObject> finished = [];
    private JsonObject? open;
    private bool hasMentioned;

    /// <summary>The text of the activity that is being written; null for none.</summary>
    public string? Text => open?["text"] is { } text ? text.GetValue<string>() : null;

    public void Say(string text, int longest)
    {
        if (open?["attachments"] is not null || (Text is { } before && before.Length + 1 + text.Length > longest))
        {
            Flush();
        }

        var activity = Open();
        activity["text"] = Text is { } said ? $"{said}\n{text}" : text;
    }

    public void Attach(JsonObject attachment, string? summary = null)
    {
        var activity = Open();
        if (activity["attachments"] is not JsonArray attachments)
        {
            activity["attachments"] = attachments = [];
        }

        attachments.Add((JsonNode)attachment);
        if (summary is { Length: > 0 and <= 500 } && Text is null)
        {
            activity["summary"] = summary;
        }
    }

    /// <summary>Cards side by side or one below the other: an activity of their own, under the text before.</summary>
    public void Show(IReadOnlyList<JsonObject> cards, string layout)
    {
        if (open?["attachments"] is not null)
        {
            Flush();
        }

        foreach (var card in cards)
        {
            Attach(AdaptiveCard.Attachment(card));
        }

        Open()["attachmentLayout"] = layout;
        Flush();
    }

    public void Suggest(IReadOnlyList<Choice> choices)
    {
        Open()["suggestedActions"] = new JsonObject
        {
            ["to"] = new JsonArray(address.UserId is { } user ? [JsonValue.Create(user)] : []),
            ["actions"] = new JsonArray([.. choices.Select(choice => (JsonNode)new JsonObject { ["type"] = "imBack", ["title"] = choice.Label, ["value"] = choice.Label })]),
        };
    }

    public void Type()
    {
        Flush();
        finished.Add(Frame("typing"));
    }

    public IReadOnlyList<JsonObject> Finish()
    {
        Flush();
        return finished;
    }

    private JsonObject Open() => open ??= Frame("message");

    private void Flush()
    {
        if (open is null)
        {
            return;
        }

        // Teams shows no message without a text, a card or a file; buttons that stand alone get a mark to stand under.
        if (open["text"] is null && open["attachments"] is null)
        {
            open["text"] = "…";
        }

        if (!address.IsPersonal && !hasMentioned && Text is not null)
        {
            hasMentioned = Mention(open);
        }

        if (open["text"] is not null && open["entities"] is null)
        {
            open["textFormat"] = "plain";
        }

        finished.Add(open);
        open = null;
    }

    // In a group the person is named, so that everybody sees who is answered.
    private bool Mention(JsonObject activity)
    {
        if (address is not { UserId: { } id, UserName: { Length: > 0 } name })
        {
            return false;
        }

        var tag = $"<at>{name.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal)}</at>";
        activity["text"] = $"{tag} {Markdown.Escape(activity["text"]!.GetValue<string>())}";
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = tag,
            ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
        });
        return true;
    }

    private JsonObject Frame(string type)
    {
        var frame = new JsonObject
        {
            ["type"] = type,
            ["channelId"] = "msteams",
            ["serviceUrl"] = address.ServiceUrl,
            ["locale"] = message.Language,
        };
        if (address.BotId is { } bot)
        {
            frame["from"] = new JsonObject { ["id"] = bot, ["name"] = address.BotName ?? "" };
        }

        if (address.UserId is { } user)
        {
            frame["recipient"] = new JsonObject { ["id"] = user, ["name"] = address.UserName ?? "" };
        }

        if (address.ConversationId is { } conversation)
        {
            frame["conversation"] = new JsonObject { ["id"] = conversation };
        }

        return frame;
    }
}
