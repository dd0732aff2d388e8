namespace Spark.Simulators.Sparkcentral.Webhooks;

/// <summary>One event on its way to the virtual agent, with all its attempts. Guarded by the tenant's lock.</summary>
internal sealed class Delivery
{
    public required WebhookEvent Event { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The contact's message that the event carries, if it carries one.</summary>
    public string? MessageId { get; init; }

    public DeliveryState State { get; set; } = DeliveryState.Queued;

    public DateTimeOffset? NextAttemptAt { get; set; }

    public List<DeliveryAttempt> Attempts { get; } = [];

    /// <summary>What opens a conversation comes before its messages, retries included.</summary>
    public bool Opens => Event.Type is EventTypes.Started or EventTypes.Delegated;

    public bool HasEnded =>
        State is DeliveryState.Delivered or DeliveryState.Exhausted or DeliveryState.Dropped or DeliveryState.Crafted;
}
