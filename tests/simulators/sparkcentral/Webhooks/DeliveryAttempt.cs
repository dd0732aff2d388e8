namespace Spark.Simulators.Sparkcentral.Webhooks;

/// <summary>One POST to the virtual agent: the bytes that left and the answer that came. Guarded by the tenant's lock.</summary>
internal sealed class DeliveryAttempt
{
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Uri? Url { get; init; }

    public required byte[] Body { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public WebhookAnswer? Answer { get; set; }
}
