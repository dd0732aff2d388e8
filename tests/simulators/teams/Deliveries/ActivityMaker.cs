using System.Globalization;
using System.Text.Json.Nodes;
using Spark.Simulators.Teams.CommandLine;
using Spark.Simulators.Teams.World;

namespace Spark.Simulators.Teams.Deliveries;

/// <summary>Makes activities as Teams does.</summary>
internal sealed class ActivityMaker(SimulatorOptions options, Tenant tenant, TimeProvider time)
{
    /// <summary>Where the bot is to call; set when the program listens.</summary>
    public string ServiceUrl { get; set; } = "";

    public string BotId => $"28:{options.AppId}";

    public JsonObject Message(Conversation conversation, Person from, string text, bool mentions)
    {
        var said = mentions ? $"<at>{options.BotName}</at> {text}" : text;
        var activity = Frame("message", conversation, from);
        activity["text"] = said;
        activity["textFormat"] = "plain";
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{System.Net.WebUtility.HtmlEncode(said)}</p>" });
        AddClient(activity, from);
        if (mentions)
        {
            activity["entities"]!.AsArray().Insert(0, new JsonObject
            {
                ["type"] = "mention",
                ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = options.BotName },
                ["text"] = $"<at>{options.BotName}</at>",
            });
        }

        return activity;
    }

    /// <summary>A press on a card's button of type <c>Action.Submit</c>.</summary>
    public JsonObject Submit(Conversation conversation, Person from, string card, JsonNode value)
    {
        var activity = Frame("message", conversation, from);
        activity["value"] = value.DeepClone();
        activity["replyToId"] = card;
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        AddClient(activity, from);
        return activity;
    }

    /// <summary>A press on a card's button of type <c>Action.Execute</c>.</summary>
    public JsonObject Execute(Conversation conversation, Person from, string card, string? verb, JsonNode data)
    {
        var activity = Invoke(conversation, from, "adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() },
            ["trigger"] = "manual",
        });
        activity["replyToId"] = card;
        return activity;
    }

    public JsonObject Invoke(Conversation conversation, Person from, string name, JsonNode? value)
    {
        var activity = Frame("invoke", conversation, from);
        activity["name"] = name;
        activity["value"] = value?.DeepClone();
        AddClient(activity, from);
        return activity;
    }

    public JsonObject Installation(Conversation conversation, Person from, string action)
    {
        var activity = Frame("installationUpdate", conversation, from);
        activity["action"] = action;
        activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = conversation.Id } };
        return activity;
    }

    public JsonObject MembersAdded(Conversation conversation, Person from)
    {
        var activity = Frame("conversationUpdate", conversation, from);
        activity["membersAdded"] = new JsonArray(from.ToAccount(), new JsonObject { ["id"] = BotId });
        return activity;
    }

    public JsonObject Frame(string type, Conversation conversation, Person from)
    {
        var place = new JsonObject
        {
            ["conversationType"] = conversation.Kind switch { ConversationKind.Personal => "personal", ConversationKind.GroupChat => "groupChat", _ => "channel" },
            ["tenantId"] = tenant.Id,
            ["id"] = conversation.Id,
        };
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant.Id } };
        if (conversation.Kind != ConversationKind.Personal)
        {
            place["isGroup"] = true;
        }

        if (conversation.Kind == ConversationKind.Channel)
        {
            var thread = conversation.Id.Split(';')[0];
            data["teamsChannelId"] = thread;
            data["teamsTeamId"] = thread;
            data["team"] = new JsonObject { ["id"] = thread, ["name"] = "IT Help" };
            data["channel"] = new JsonObject { ["id"] = thread };
        }

        return new()
        {
            ["type"] = type,
            ["id"] = type is "installationUpdate" or "conversationUpdate" or "invoke" ? $"f:{Guid.NewGuid()}" : tenant.NextId(),
            ["timestamp"] = Stamp(),
            ["serviceUrl"] = ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = from.ToAccount(),
            ["conversation"] = place,
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = options.BotName },
            ["channelData"] = data,
        };
    }

    /// <summary>The same once more as Teams sends it when nobody has answered: with a new id and time.</summary>
    public JsonObject Again(JsonObject activity)
    {
        var again = activity.DeepClone().AsObject();
        again["id"] = tenant.NextId();
        again["timestamp"] = Stamp();
        return again;
    }

    private static void AddClient(JsonObject activity, Person from)
    {
        activity["locale"] = from.Locale;
        activity["localTimezone"] = from.TimeZone;
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "clientInfo", ["locale"] = from.Locale, ["country"] = from.Locale[3..], ["platform"] = "Web", ["timezone"] = from.TimeZone,
        });
    }

    private string Stamp() => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
