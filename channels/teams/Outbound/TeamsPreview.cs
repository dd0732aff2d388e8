using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Spark.Channels.Teams.Cards;
using Spark.Channels.Teams.Inbound;
using Spark.Channels.Teams.People;
using Spark.Channels.Teams.Rest;
using Spark.Messages;

namespace Spark.Channels.Teams.Outbound;

/// <summary>How a message looks in a personal chat: written by the writer of those that are sent, for nobody.</summary>
internal static class TeamsPreview
{
    private static readonly Address Nobody = Address.Of(Element(new JsonObject
    {
        ["serviceUrl"] = "https://smba.trafficmanager.net/teams/",
        ["conversationId"] = "a:conversation",
        ["conversationType"] = Activity.Personal,
        ["bot"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" },
        ["user"] = new JsonObject { ["id"] = "29:person", ["name"] = "Person" },
    }));

    /// <summary>The activities of a message, and what people see of each.</summary>
    public static IReadOnlyList<MessagePreview> Show(OutboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var remarks = new List<string>();
        var activities = new MessageWriter(NullLogger<MessageWriter>.Instance, remarks.Add)
            .Write(message, Nobody, new Dictionary<FilePart, JsonObject>());
        if (message.Parts.Any(part => part is FilePart file && !MessageWriter.IsPicture(file)))
        {
            remarks.Add("In a personal chat a file is offered by a card of consent, once it was fetched; here it stands as its address.");
        }

        return [.. activities.Select((activity, index) => Of(Element(activity), index == activities.Count - 1 ? remarks : []))];
    }

    private static MessagePreview Of(JsonElement activity, IReadOnlyList<string> remarks)
    {
        var shown = new List<MessagePart>();
        if (activity.Text("text") is { Length: > 0 } text)
        {
            shown.Add(new TextPart(text));
        }

        shown.AddRange(activity.Items("attachments").Select(Attached).OfType<MessagePart>());
        if (activity.Object("suggestedActions").Items("actions").Select(action => new Choice { Label = action.Text("title") ?? "" }).ToList() is { Count: > 0 } suggested)
        {
            shown.Add(new ChoicesPart(suggested) { AreReplies = true });
        }

        return new() { Shown = shown, Payload = activity, Remarks = remarks };
    }

    private static MessagePart? Attached(JsonElement attachment) =>
        attachment.Text("contentType") == AdaptiveCard.ContentType ? new CardPart(attachment.Object("content"), "")
        : Uri.TryCreate(attachment.Text("contentUrl"), UriKind.Absolute, out var address) ? new FilePart(attachment.Text("name") ?? "", attachment.Text("contentType") ?? "", address)
        : null;

    private static JsonElement Element(JsonObject json)
    {
        var reader = new Utf8JsonReader(WireText.Write(json));
        return JsonElement.ParseValue(ref reader);
    }
}
