using System.Globalization;
using System.Text.Json.Nodes;
using Spark.Simulators.Teams.Faults;
using Spark.Simulators.Teams.Hosting;
using Spark.Simulators.Teams.World;

namespace Spark.Simulators.Teams.Connector;

/// <summary>Who is in a conversation.</summary>
internal static class RosterEndpoints
{
    private const int SmallestPage = 2;

    public static IResult All(string id, Tenant tenant) => tenant.Conversation(id) is { } conversation
        ? Answers.Json(new JsonArray([.. conversation.Members.Select(person => (JsonNode)person.ToMember(tenant.Id))]))
        : NotFound();

    public static IResult One(string id, string member, Tenant tenant) =>
        tenant.Conversation(id) is not { } conversation ? NotFound()
        : Tenant.Find(member) is { } person && conversation.Members.Contains(person) ? Answers.Json(person.ToMember(tenant.Id))
        : Answers.Error(404, "MemberNotFoundInConversation", "The member was not found in the conversation.");

    /// <summary>Page by page; the pages are small here, so that a bot that reads only the first one is found out.</summary>
    public static async Task<IResult> PageAsync(HttpContext http, string id, Tenant tenant, FaultDesk faults)
    {
        if (await faults.StrikeAsync(FaultTarget.Roster, http) is { } struck)
        {
            return struck;
        }

        if (tenant.Conversation(id) is not { } conversation)
        {
            return NotFound();
        }

        _ = int.TryParse(http.Request.Query["continuationToken"], NumberStyles.None, CultureInfo.InvariantCulture, out var from);
        var page = conversation.Members.Skip(from).Take(SmallestPage).ToList();
        var answer = new JsonObject
        {
            ["members"] = new JsonArray([.. page.Select(person => (JsonNode)person.ToMember(tenant.Id))]),
            ["totalCount"] = conversation.Members.Count,
        };
        if (from + page.Count < conversation.Members.Count)
        {
            answer["continuationToken"] = (from + page.Count).ToString(CultureInfo.InvariantCulture);
        }

        return Answers.Json(answer);
    }

    private static IResult NotFound() => Answers.Error(404, "ConversationNotFound", "The conversation was not found.");
}
