using System.Text.Json.Nodes;
using Spark.Simulators.Teams.Faults;
using Spark.Simulators.Teams.Hosting;
using Spark.Simulators.Teams.World;

namespace Spark.Simulators.Teams.Connector;

/// <summary>Opens a conversation with one person; there is one for each, whoever asks and how often.</summary>
internal static class ConversationEndpoint
{
    public static async Task<IResult> CreateAsync(HttpContext http, Tenant tenant, FaultDesk faults)
    {
        var body = await Answers.BodyAsync(http.Request);
        if (await faults.StrikeAsync(FaultTarget.Create, http) is { } struck)
        {
            return struck;
        }

        var tenantId = (body["channelData"]?["tenant"]?["id"] ?? body["tenantId"])?.GetValue<string>();
        if (tenantId != tenant.Id || body["members"] is not JsonArray { Count: 1 } members || body["isGroup"]?.GetValue<bool>() == true)
        {
            return Answers.Error(400, "BadSyntax", "A conversation needs the tenant's id and one member.");
        }

        if (Tenant.Find(members[0]?["id"]?.GetValue<string>()) is not { } person)
        {
            return Answers.Error(403, "BotNotInConversationRoster", "The member is not known.");
        }

        var conversation = tenant.PersonalOf(person);
        return conversation.IsInstalled
            ? Answers.Json(new JsonObject { ["id"] = conversation.Id }, 201)
            : Answers.Error(403, "ForbiddenOperationException", "The bot is not installed in user's personal scope.");
    }
}
