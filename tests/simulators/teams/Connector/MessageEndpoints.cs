using System.Globalization;
using System.Text.Json.Nodes;
using Spark.Simulators.Teams.Faults;
using Spark.Simulators.Teams.Hosting;
using Spark.Simulators.Teams.World;

namespace Spark.Simulators.Teams.Connector;

/// <summary>Messages of the bot: new, changed, deleted.</summary>
internal static class MessageEndpoints
{
    public static async Task<IResult> SendAsync(HttpContext http, string id, Tenant tenant, FaultDesk faults, ThreadMeter meter, TimeProvider time)
    {
        var (activity, refusal) = await ReadAsync(http, id, tenant);
        if (refusal is not null)
        {
            return refusal;
        }

        var conversation = tenant.Conversation(id)!;
        if (activity["type"]!.GetValue<string>() == "typing")
        {
            tenant.Change(() => conversation.TypedAt = time.GetUtcNow());
            return Results.StatusCode(202);
        }

        Message? added = null;
        if (await faults.StrikeAsync(FaultTarget.Send, http, () => tenant.Add(conversation, from: null, activity)) is { } struck)
        {
            return struck;
        }

        if (meter.Refuse(id) is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Answers.Error(429, "TooManyRequests", "API calls quota exceeded.");
        }

        added = tenant.Add(conversation, from: null, activity);
        return Answers.Json(new JsonObject { ["id"] = added.Id }, 201);
    }

    public static async Task<IResult> UpdateAsync(HttpContext http, string id, string activity, Tenant tenant, FaultDesk faults)
    {
        var (body, refusal) = await ReadAsync(http, id, tenant);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await faults.StrikeAsync(FaultTarget.Send, http) is { } struck)
        {
            return struck;
        }

        if (Find(tenant, id, activity) is not { } message)
        {
            return Answers.Error(404, "ActivityNotFoundInConversation", "The activity was not found in the conversation.");
        }

        tenant.Change(() =>
        {
            message.Activity = body;
            message.Updates++;
        });
        return Answers.Json(new JsonObject { ["id"] = message.Id });
    }

    public static IResult Delete(string id, string activity, Tenant tenant)
    {
        if (Find(tenant, id, activity) is not { } message)
        {
            return Answers.Error(404, "ActivityNotFoundInConversation", "The activity was not found in the conversation.");
        }

        tenant.Change(() => message.IsDeleted = true);
        return Results.Ok();
    }

    private static Message? Find(Tenant tenant, string conversation, string activity) =>
        tenant.Read(all => all.FirstOrDefault(one => one.Id == conversation)?.Messages.Find(message => message.Id == activity && message.From is null));

    private static async Task<(JsonObject Activity, IResult? Refusal)> ReadAsync(HttpContext http, string id, Tenant tenant)
    {
        if (tenant.Conversation(id) is not { } conversation)
        {
            return ([], Answers.Error(404, "ConversationNotFound", "The conversation was not found."));
        }

        if (!conversation.IsInstalled && conversation.Kind == ConversationKind.Personal)
        {
            return ([], Answers.Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster."));
        }

        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        if (MessageRules.IsTooLarge(text))
        {
            return ([], Answers.Error(413, "MessageSizeTooBig", "Message size too large."));
        }

        JsonObject? activity;
        try
        {
            activity = JsonNode.Parse(text) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            activity = null;
        }

        return activity is null ? ([], Answers.Error(400, "BadSyntax", "The body is not an activity."))
            : MessageRules.Problem(activity) is { } problem ? ([], Answers.Error(400, "BadSyntax", problem))
            : (activity, null);
    }
}
