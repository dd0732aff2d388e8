using System.Text.Json;
using Microsoft.Extensions.Logging;
using Spark.Channels.Teams.People;
using Spark.Webhooks;

namespace Spark.Channels.Teams.Inbound;

/// <summary>Makes events of an activity whose sender has been believed, and the answer to give once they are stored.</summary>
internal sealed partial class ActivityEvents(PersonReader persons, Roster roster, PeopleBook people, Invokes invokes, ILogger<ActivityEvents> logger)
{
    private static readonly WebhookResponse Taken = WebhookResponse.Empty(200);

    public async ValueTask<WebhookReceipt> ReadAsync(Activity activity, WebhookRequest request, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case "installationUpdate":
            case "conversationUpdate":
                return await UpdateAsync(activity, request, cancellationToken);
            case "message" or "invoke" or "event" or "messageReaction" or "messageUpdate" or "messageDelete":
                break;
            default:
                // Typing, the end of a conversation and what is to come: nothing that a bot could answer.
                LogIgnored(activity.Type);
                return WebhookReceipt.Only(Taken);
        }

        if (ConversationName.Of(activity) is not { } name)
        {
            return WebhookReceipt.Only(WebhookResponse.Text(400, "The activity names no conversation or no sender."));
        }

        var member = await roster.FindAsync(activity, cancellationToken);
        var frame = Frame(activity, name, KeyOf(activity, request), member, press: null);
        await people.MeetAsync(frame, member, cancellationToken);
        return activity.Type switch
        {
            "message" => Message(frame, member, request.ReceivedAt),
            "invoke" => await invokes.ReadAsync(frame, request.ReceivedAt, cancellationToken),
            "event" => Silent(frame, activity.Name ?? "event", activity.Value),
            _ => Silent(frame, activity.Type, activity.Json),
        };
    }

    private static WebhookReceipt Silent(EventFrame frame, string name, JsonElement value) =>
        WebhookReceipt.Accept(Taken, MessageEvents.Silent(frame, name, value));

    private WebhookReceipt Message(EventFrame frame, Member? member, DateTimeOffset at)
    {
        if (frame.Activity.Value.ValueKind != JsonValueKind.Object)
        {
            return WebhookReceipt.Accept(Taken, MessageEvents.Of(frame, press: null, at));
        }

        var press = Press.Of(frame.Activity.Value);
        if (!press.IsFor(frame.Person?.Id))
        {
            LogNotTheirs();
            return WebhookReceipt.Only(Taken);
        }

        return WebhookReceipt.Accept(Taken, MessageEvents.Of(frame with { Details = Details.Of(frame.Activity, member, press) }, press, at));
    }

    private async ValueTask<WebhookReceipt> UpdateAsync(Activity activity, WebhookRequest request, CancellationToken cancellationToken)
    {
        var bot = activity.Recipient.Text("id");
        var isInstallation = activity.Type == "installationUpdate";
        var isGone = isInstallation
            ? activity.Json.Text("action") is "remove" or "remove-upgrade"
            : activity.Json.Items("membersRemoved").Any(member => member.Text("id") == bot);
        if (isGone)
        {
            await people.PartAsync(activity, cancellationToken);
            return activity.IsPersonal && ConversationName.Of(activity) is { } left
                ? WebhookReceipt.Accept(Taken, new ConversationLeft { ConversationId = left, Keys = [KeyOf(activity, request)] })
                : WebhookReceipt.Only(Taken);
        }

        var isNew = isInstallation
            ? activity.Json.Text("action") is "add" or "add-upgrade"
            : activity.Json.Items("membersAdded").Any(member => member.Text("id") == bot);
        if (!isNew)
        {
            LogIgnored(activity.ChannelData.Text("eventType") ?? activity.Type);
            return WebhookReceipt.Only(Taken);
        }

        if (!activity.IsPersonal || ConversationName.Of(activity) is not { } name)
        {
            await people.MeetAllAsync(activity, cancellationToken);
            return WebhookReceipt.Only(Taken);
        }

        var member = await roster.FindAsync(activity, cancellationToken);
        var frame = Frame(activity, name, KeyOf(activity, request), member, press: null);
        await people.MeetAsync(frame, member, cancellationToken);
        return WebhookReceipt.Accept(Taken, new ConversationStarted
        {
            ConversationId = name,
            Keys = [frame.Key],
            Person = frame.Person,
            ChannelDetails = frame.Details,
            BotSpeaksFirst = true,
            // One installation is told by two activities at the same time, and by the same again as often as Teams likes.
            Once = true,
        });
    }

    private EventFrame Frame(Activity activity, string name, string key, Member? member, Press? press) =>
        new(activity, name, key, persons.Read(activity, member), Details.Of(activity, member, press));

    // An edit and a deletion carry the id of the message that they are about.
    private static string KeyOf(Activity activity, WebhookRequest request) => activity.Id is { } id
        ? activity.Type is "messageUpdate" or "messageDelete" ? $"{activity.Type}:{id}:{activity.Json.Text("timestamp")}" : id
        : $"body:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(request.Body.Span))}";

    [LoggerMessage(LogLevel.Debug, "Answered an activity that asks for nothing: {Type}")]
    private partial void LogIgnored(string type);

    [LoggerMessage(LogLevel.Debug, "Dropped a press on a button that was made for somebody else")]
    private partial void LogNotTheirs();
}
