namespace Spark.Simulators.Sparkcentral.Webhooks;

internal enum DeliveryState
{
    Queued,
    Sending,

    /// <summary>An attempt failed; the next one is due at <see cref="Delivery.NextAttemptAt"/>.</summary>
    Waiting,
    Delivered,
    Exhausted,

    /// <summary>The virtual agent lost the conversation before the event was delivered.</summary>
    Dropped,

    /// <summary>Sent by the control API, outside the rules of delivery.</summary>
    Crafted,
}
