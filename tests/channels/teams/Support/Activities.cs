using System.Globalization;
using System.Text.Json.Nodes;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>Activities as Teams sends them.</summary>
internal static class Activities
{
    public const string AppId = "7f4b1a9e-2d7c-4f60-9a39-0a8a7a1f5c11";
    public const string Tenant = "11111111-2222-4333-8444-555555555555";
    public const string CallerTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    public const string ChannelIssuer = "https://api.botframework.com";
    public const string PersonalChat = "a:1pers0nal";
    public const string AlexObjectId = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string Alex = $"{Tenant}/{AlexObjectId}";
    private static int last;

    public static string NextId() => string.Create(CultureInfo.InvariantCulture, $"1795188{Interlocked.Increment(ref last):D6}");

    /// <summary>What every activity of a personal chat has.</summary>
    public static JsonObject Frame(string type, string serviceUrl) => new()
    {
        ["type"] = type,
        ["id"] = NextId(),
        ["timestamp"] = "2026-03-01T12:00:00.000Z",
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "29:alex", ["name"] = "Alex Wilber", ["aadObjectId"] = AlexObjectId },
        ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = PersonalChat },
        ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}", ["name"] = "IT assistant" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    public static JsonObject Message(string serviceUrl, string text)
    {
        var message = Frame("message", serviceUrl);
        message["text"] = text;
        message["textFormat"] = "plain";
        message["locale"] = "de-CH";
        message["localTimezone"] = "Europe/Zurich";
        message["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "de-CH", ["country"] = "CH", ["platform"] = "Windows", ["timezone"] = "Europe/Zurich" });
        return message;
    }

    /// <summary>The same in a thread of a channel, where somebody has to name the bot.</summary>
    public static JsonObject InThread(this JsonObject activity, string person = "alex", string objectId = AlexObjectId)
    {
        activity["conversation"] = new JsonObject { ["isGroup"] = true, ["conversationType"] = "channel", ["tenantId"] = Tenant, ["id"] = "19:team@thread.tacv2;messageid=1" };
        activity["from"] = new JsonObject { ["id"] = $"29:{person}", ["name"] = person, ["aadObjectId"] = objectId };
        return activity;
    }

    public static JsonObject Press(string serviceUrl, JsonObject data, string card = "1:0001")
    {
        var press = Message(serviceUrl, "");
        press.Remove("text");
        press["value"] = data;
        press["replyToId"] = card;
        return press;
    }

    public static JsonObject Own(string token, bool once = false) => new()
    {
        ["spark"] = new JsonObject { ["token"] = token, ["label"] = "Yes", ["ask"] = "Shall I?", ["once"] = once },
    };

    public static JsonObject Member(string person, string objectId) => new()
    {
        ["id"] = $"29:{person}", ["aadObjectId"] = objectId, ["name"] = person, ["email"] = $"{person}@mail.example",
        ["userPrincipalName"] = $"{person}@contoso.example", ["tenantId"] = Tenant, ["userRole"] = "user",
    };
}
