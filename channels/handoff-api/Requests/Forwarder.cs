using System.Globalization;
using Microsoft.Extensions.Logging;
using Spark.Access;
using Spark.Files;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels.HandoffApi.Requests;

/// <summary>Finds the employee on the target and makes the event that enters the conversation there.</summary>
internal sealed partial class Forwarder(
    string target, Func<string, PersonAddress, CancellationToken, ValueTask<Reach>> reach, IFileCabinet files, ILogger<Forwarder> logger)
{
    private static readonly TimeSpan ComeAgain = TimeSpan.FromSeconds(5);

    public async ValueTask<WebhookReceipt> ForwardAsync(
        ApiCaller caller, string principalName, HandoffBody body, WebhookRequest request, CancellationToken cancellationToken)
    {
        var reached = await reach(target, new() { PrincipalName = principalName }, cancellationToken);
        if (reached is not { Status: ReachStatus.Reached, ConversationId: { } conversation })
        {
            LogNotReached(target, reached.Status, reached.Reason);
            return WebhookReceipt.Only(Refusal(reached));
        }

        var key = KeyOf(caller, request);
        var parts = await PartsAsync(body.Parts, conversation, key, cancellationToken);
        return WebhookReceipt.Accept(
            WebhookResponse.Empty(204) with { Headers = Answers.Header("X-Conversation-Id", Uri.EscapeDataString(conversation)) },
            new ConversationForwarded
            {
                ConversationId = conversation,
                ChannelInstance = target,
                Keys = [key],
                Source = caller.Name,
                Parts = parts,
                Metadata = body.Metadata,
                TimeZone = TimeZoneName.Read(request.Header("Timezone")),
                Transcript = body.Transcript,
                Person = reached.Person,
                ChannelDetails = reached.ChannelDetails,
            });
    }

    private static WebhookResponse Refusal(Reach reached) => reached switch
    {
        { Status: ReachStatus.Unavailable, IsFromChannel: false } => Answers.Unavailable(reached.Reason ?? "The target does not run.", ComeAgain),
        { Status: ReachStatus.Unavailable } => Answers.BadGateway(reached.Reason ?? "The target's service did not work."),
        { Status: ReachStatus.NotReachable } => Answers.NotFound(reached.Reason ?? "The employee cannot be written to: the Spark app is not installed for that person, or was blocked."),
        _ => Answers.NotFound(reached.Reason ?? "There is no employee of that user principal name."),
    };

    // Without a key of the client every call is a call of its own: two alike may be meant.
    private static string KeyOf(ApiCaller caller, WebhookRequest request) =>
        request.Header("Idempotency-Key")?.Trim() is { Length: > 0 } key
            ? $"key:{caller.ClientId}:{key}"
            : string.Create(CultureInfo.InvariantCulture, $"call:{Guid.NewGuid():N}");

    private async ValueTask<IReadOnlyList<MessagePart>> PartsAsync(
        IReadOnlyList<HandedPart> handed, string conversation, string key, CancellationToken cancellationToken)
    {
        var parts = new List<MessagePart>(handed.Count);
        foreach (var part in handed)
        {
            parts.Add(part.File is { } file ? await KeepAsync(file, conversation, $"{key}:{parts.Count}", cancellationToken) : new TextPart(part.Text!));
        }

        return parts;
    }

    // What the API takes was looked at before; what the host has no room for is named, and the handoff goes on without it.
    private async ValueTask<MessagePart> KeepAsync(HandedFile file, string conversation, string key, CancellationToken cancellationToken)
    {
        var receipt = await files.KeepAsync(
            new()
            {
                ConversationId = conversation,
                ChannelInstance = target,
                Name = file.Name,
                MediaType = file.MediaType,
                Content = file.Content,
                Key = key,
            },
            cancellationToken);
        if (receipt.File is { } kept)
        {
            return kept;
        }

        LogNotKept(target, receipt.Refusal);
        return new TextPart(file.Name);
    }

    [LoggerMessage(LogLevel.Warning, "A file of a handoff to {Target} was not kept: {Refusal}")]
    private partial void LogNotKept(string target, FileRefusal? refusal);

    [LoggerMessage(LogLevel.Warning, "A handoff to {Target} was refused, {Status}: {Reason}")]
    private partial void LogNotReached(string target, ReachStatus status, string? reason);
}
