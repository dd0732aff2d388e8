using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Channels.Teams.Inbound;
using Spark.Channels.Teams.Rest;

namespace Spark.Channels.Teams.People;

/// <summary>What it takes to open a conversation with somebody, and to write into one: read from what was stored, which may say anything.</summary>
internal sealed record Address
{
    private const string NoName = "";

    public string? ServiceUrl { get; private init; }

    public string? TenantId { get; private init; }

    /// <summary>The conversation, as Teams names it.</summary>
    public string? ConversationId { get; private init; }

    public bool IsPersonal { get; private init; }

    public string? BotId { get; private init; }

    public string? BotName { get; private init; }

    public string? UserId { get; private init; }

    public string? UserName { get; private init; }

    /// <summary>The person, as Spark names it.</summary>
    public string? PersonId { get; private init; }

    public string? Locale { get; private init; }

    /// <summary>The card that was pressed last; undefined for none.</summary>
    public JsonElement Pressed { get; private init; }

    public static Address Of(JsonElement? details)
    {
        var json = details ?? default;
        var bot = json.Object("bot");
        var user = json.Object("user");
        return new()
        {
            ServiceUrl = json.Text("serviceUrl"),
            TenantId = json.Text("tenantId"),
            ConversationId = json.Text("conversationId"),
            IsPersonal = (json.Text("conversationType") ?? Activity.Personal) == Activity.Personal,
            BotId = bot.Text("id"),
            BotName = bot.Text("name"),
            UserId = user.Text("id"),
            UserName = user.Text("name"),
            PersonId = PersonReader.IdOf(user, json.Text("tenantId")),
            Locale = json.Text("locale"),
            Pressed = json.Object("pressed"),
        };
    }

    /// <summary>What is needed to open a conversation with a member of a team or a group chat.</summary>
    public static JsonElement Of(Activity activity, Member member) => Element(new JsonObject
    {
        ["serviceUrl"] = activity.ServiceUrl,
        ["tenantId"] = activity.TenantId,
        ["bot"] = new JsonObject { ["id"] = activity.Recipient.Text("id"), ["name"] = activity.Recipient.Text("name") ?? NoName },
        ["user"] = new JsonObject { ["id"] = member.Id, ["name"] = member.Name ?? NoName, ["aadObjectId"] = member.ObjectId },
    });

    /// <summary>The same, once the conversation is open.</summary>
    public JsonElement Opened(string conversationId, string? objectId, string? principalName, string? email)
    {
        var user = new JsonObject { ["id"] = UserId, ["name"] = UserName ?? NoName, ["aadObjectId"] = objectId };
        if (principalName is not null)
        {
            user["userPrincipalName"] = principalName;
        }

        if (email is not null)
        {
            user["email"] = email;
        }

        return Element(new JsonObject
        {
            ["serviceUrl"] = ServiceUrl,
            ["conversationId"] = conversationId,
            ["conversationType"] = Activity.Personal,
            ["tenantId"] = TenantId,
            ["bot"] = new JsonObject { ["id"] = BotId, ["name"] = BotName ?? NoName },
            ["user"] = user,
        });
    }

    private static JsonElement Element(JsonObject json)
    {
        var reader = new Utf8JsonReader(WireText.Write(json));
        return JsonElement.ParseValue(ref reader);
    }
}
