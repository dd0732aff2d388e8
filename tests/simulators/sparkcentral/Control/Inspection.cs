using Microsoft.AspNetCore.Http.HttpResults;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Rest;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>What a test, or the page, looks at; each can wait until there is enough to see.</summary>
internal static class Inspection
{
    public static void MapInspection(this RouteGroupBuilder control)
    {
        control.MapGet("/changes", (long since, int? timeoutMs, Waiting waiting, CancellationToken cancellationToken) =>
            waiting.ForChangeAsync(since, timeoutMs, cancellationToken));
        control.MapGet("/queues", (Tenant tenant) => tenant.Read(state => new QueuesView(
            In(state, DeskQueue.New), In(state, DeskQueue.Pending), In(state, DeskQueue.Resolved))));
        control.MapGet("/conversations", (bool? full, Tenant tenant) => tenant.Read(state => state.Conversations
            .Select(conversation => full == true ? Views.InFull(conversation) : Views.InList(conversation)).ToArray()));
        control.MapGet("/conversations/{id}", GetConversationAsync);
        control.MapGet("/conversations/{id}/attachments/{fileName}", GetAttachment);
        control.MapGet("/audit", (string? conversationId, Tenant tenant) => tenant.Read(state => state.Audit
            .Where(entry => Concerns(conversationId, entry.ConversationId)).ToArray()));
        control.MapGet("/deliveries", GetDeliveriesAsync);
        control.MapGet("/rest-calls", GetRestCallsAsync);
    }

    /// <summary>A target as a query names it. The framework would read it in one case of letters only.</summary>
    public static RestTarget? TargetOf(string? word) =>
        word is null ? null
        : Enum.TryParse<RestTarget>(word, ignoreCase: true, out var target) ? target
        : throw new ArgumentException("target must be token, manipulate or upload.", nameof(word));

    private static Task<IResult> GetConversationAsync(
        string id, int? waitForMessages, int? waitForReplies, string? waitForQueue, string? waitForOwner, int? timeoutMs,
        Waiting waiting, CancellationToken cancellationToken) => waiting.ForAsync(
        state =>
        {
            var conversation = state.Get(id);
            return conversation.Messages.Count >= (waitForMessages ?? 0)
                && conversation.Messages.Count(message => message.Author == Author.VirtualAgent) >= (waitForReplies ?? 0)
                && Is(waitForQueue, Views.Word(conversation.Queue))
                && Is(waitForOwner, Views.InList(conversation).Owner?.Kind ?? "none");
        },
        timeoutMs,
        state => Views.InFull(state.Get(id)),
        cancellationToken);

    private static Task<IResult> GetDeliveriesAsync(
        string? conversationId, string? idempotencyKey, string? type, int? waitForAttempts, int? waitForEnded, int? timeoutMs,
        Waiting waiting, CancellationToken cancellationToken)
    {
        DeliveryView[] Matching(TenantState state) =>
        [
            .. state.Deliveries
                .Where(delivery => Concerns(conversationId, delivery.ConversationId)
                    && Concerns(idempotencyKey, delivery.Event.IdempotencyKey)
                    && Concerns(type, delivery.Event.Type))
                .Select(Views.Of),
        ];

        // An attempt counts when it has been answered, or given up.
        return waiting.ForAsync(
            state =>
            {
                var matching = Matching(state);
                return matching.Sum(delivery => delivery.Attempts.Count(attempt => attempt.Milliseconds is not null)) >= (waitForAttempts ?? 0)
                    && matching.Count(delivery => delivery.State is "delivered" or "exhausted" or "dropped" or "crafted") >= (waitForEnded ?? 0);
            },
            timeoutMs,
            Matching,
            cancellationToken);
    }

    private static Task<IResult> GetRestCallsAsync(
        string? conversationId, string? target, int? waitFor, int? timeoutMs, Waiting waiting, CancellationToken cancellationToken)
    {
        var wanted = TargetOf(target);
        RestCallView[] Matching(TenantState state) =>
        [
            .. state.RestCalls
                .Where(call => Concerns(conversationId, call.ConversationId) && (wanted is null || call.Target == wanted))
                .Select(Views.Of),
        ];

        // A call counts when it has been answered.
        return waiting.ForAsync(
            state => Matching(state).Count(call => call.Status is not null) >= (waitFor ?? 0), timeoutMs, Matching, cancellationToken);
    }

    private static FileContentHttpResult GetAttachment(string id, string fileName, Tenant tenant, HttpContext context)
    {
        var attachment = tenant.Read(state => state.Get(id).Attachments.GetValueOrDefault(fileName))
            ?? throw new NotFoundException($"There is no attachment {fileName}.");
        context.Response.Headers.XContentTypeOptions = "nosniff";

        // Only pictures are shown in the page; anything else might be a page of its own.
        var isPicture = attachment.ContentType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
        return isPicture
            ? TypedResults.File(attachment.Content, attachment.ContentType)
            : TypedResults.File(attachment.Content, "application/octet-stream", attachment.FileName);
    }

    private static ConversationView[] In(TenantState state, DeskQueue queue) =>
    [
        .. state.Conversations
            .Where(conversation => conversation.Queue == queue)
            .OrderByDescending(conversation => conversation.UpdatedAt)
            .Select(Views.InList),
    ];

    private static bool Concerns(string? wanted, string? actual) =>
        wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);

    private static bool Is(string? wanted, string actual) =>
        wanted is null || string.Equals(wanted, actual, StringComparison.OrdinalIgnoreCase);
}
