namespace Spark.Webhooks;

/// <summary>A request that the host itself does not take.</summary>
/// <param name="Status">The status that the host would answer: 413, 500 or 503.</param>
/// <param name="Reason">Why, in a sentence that may be shown to the sender.</param>
/// <param name="RetryAfter">When it is worth coming again; null when that is of no use.</param>
public sealed record WebhookRefusal(int Status, string Reason, TimeSpan? RetryAfter = null)
{
    /// <summary>The host's own form: the status alone, and <c>Retry-After</c>.</summary>
    public WebhookResponse ToResponse() => RetryAfter is { } wait
        ? WebhookResponse.Empty(Status) with
        {
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString("0", System.Globalization.CultureInfo.InvariantCulture),
            },
        }
        : WebhookResponse.Empty(Status);
}
