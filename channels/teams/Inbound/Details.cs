using System.Buffers;
using System.Text.Json;
using Spark.Channels.Teams.People;

namespace Spark.Channels.Teams.Inbound;

/// <summary>
/// What bots see as <c>sys.channelDetails</c>, and what the channel itself needs to write to the conversation again, whenever that is and
/// on whichever node.
/// </summary>
internal static class Details
{
    public static JsonElement Of(Activity activity, Member? member, Press? press)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Text(json, "serviceUrl", activity.ServiceUrl);
            Text(json, "conversationId", activity.ConversationId);
            Text(json, "conversationType", activity.ConversationType);
            Text(json, "tenantId", activity.TenantId);
            Account(json, "bot", activity.Recipient, null);
            Account(json, "user", activity.From, member);
            Text(json, "locale", activity.Json.Text("locale"));
            Text(json, "teamId", activity.ChannelData.Object("team").Text("id"));
            Text(json, "teamName", activity.ChannelData.Object("team").Text("name"));
            Text(json, "channelId", activity.ChannelData.Object("channel").Text("id"));
            if (press is { AnswerOnce: true } && activity.ReplyToId is { } card)
            {
                json.WriteStartObject("pressed");
                Text(json, "activityId", card);
                Text(json, "label", press.Label);
                Text(json, "ask", press.Ask);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Account(Utf8JsonWriter json, string name, JsonElement account, Member? member)
    {
        json.WriteStartObject(name);
        Text(json, "id", account.Text("id"));
        Text(json, "name", account.Text("name") ?? member?.Name);
        Text(json, "aadObjectId", account.Text("aadObjectId"));
        Text(json, "userPrincipalName", member?.PrincipalName);
        Text(json, "email", member?.Email);
        json.WriteEndObject();
    }

    // What is not told is left out: expressions take null for a value.
    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
