using Spark.Settings;

namespace Spark.Offload.WebhookDesk;

/// <summary>What the operator says about one desk.</summary>
/// <remarks>
/// The properties have setters because source-generated JSON assigns every <c>init</c> property, also one that the document
/// does not name, and its initializer would be lost.
/// </remarks>
internal sealed record WebhookDeskSettings
{
    [Setting("Address", Help = "Where the desk's API is, without /api.")]
    public required Uri Url { get; set; }

    [Secret]
    [Setting("Token", Help = "What the desk's API asks for.")]
    public required string Token { get; set; }

    [Secret]
    [Setting("Webhook secret", Help = "The key by which the desk signs its webhooks. Until it is set, every webhook is refused.")]
    public string? Secret { get; set; }

    [Setting("Lease", Help = "How many seconds the desk may be silent about a conversation before it is asked whether it still has it.")]
    public int LeaseSeconds { get; set; } = 300;

    /// <summary>Only the name: the members that a record prints by itself include the secrets.</summary>
    public override string ToString() => nameof(WebhookDeskSettings);
}
