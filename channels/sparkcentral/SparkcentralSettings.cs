using Spark.Settings;

namespace Spark.Channels.Sparkcentral;

/// <summary>What the operator says about one virtual agent.</summary>
/// <remarks>
/// The properties have setters because source-generated JSON assigns every <c>init</c> property, also one that the document
/// does not name: its initializer would be lost, and the replay window would be off by default.
/// </remarks>
internal sealed record SparkcentralSettings
{
    [Setting("Product", Help = "Which generation of the product the tenant uses: sparkcentral, or its successor hootsuite-inbox2.")]
    public Flavor Flavor { get; set; } = Flavor.Sparkcentral;

    [Setting("Region", Help = "Where the tenant lives: us or eu. The successor has one address for both.")]
    public Region Region { get; set; } = Region.Us;

    [Setting("REST address", Help = "Replaces the product's own address, for a stand-in. Leave it empty for the real one.")]
    public Uri? RestUrl { get; set; }

    [Setting("Client id", Help = "Of the REST API key. Without client id and client secret, the bot answers in the response to each webhook.")]
    public string? ClientId { get; set; }

    [Secret]
    [Setting("Client secret", Help = "Of the REST API key.")]
    public string? ClientSecret { get; set; }

    [Secret]
    [Setting("Shared secret", Help = "From the virtual agent's configuration: an even number of hexadecimal digits. Until it is set, every webhook is refused.")]
    public string? SharedSecret { get; set; }

    [Secret]
    [Setting("Write-back secret", Help = "Of the tenant's CRM write-back webhook, when it points to this channel's address with /crm behind it. Empty when there is none.")]
    public string? WriteBackSecret { get; set; }

    [Setting("Shortcodes", Help = "Whether buttons become the shortcodes of Sparkcentral's own messenger, in its conversations; otherwise a numbered list.")]
    public bool Shortcodes { get; set; }

    [Setting("Replay window", Help = "How many seconds a webhook's timestamp may lie from now; 0 switches the check off.")]
    public int MaxSkewSeconds { get; set; } = 300;

    [Setting("Organization id", Help = "Only for hootsuite-inbox2: the organization whose token is asked for.")]
    public string? OrganizationId { get; set; }

    /// <summary>Only the name: the members that a record prints by itself include the secrets.</summary>
    public override string ToString() => nameof(SparkcentralSettings);
}
