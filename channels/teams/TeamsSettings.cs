using Spark.Settings;

namespace Spark.Channels.Teams;

/// <summary>What the operator says about one bot registration.</summary>
/// <remarks>
/// The properties have setters because source-generated JSON assigns every <c>init</c> property, also one that the document
/// does not name: its initializer would be lost.
/// </remarks>
internal sealed record TeamsSettings
{
    [Setting("Authentication", Help = "required, or none for development: then nothing is checked, and the instance starts only where the host is reached on loopback alone.")]
    public CallerProof Authentication { get; set; } = CallerProof.Required;

    [Setting("App id", Help = "The Microsoft App ID of the Azure bot. Tokens must be made out to it.")]
    public string? AppId { get; set; }

    [Secret]
    [Setting("Client secret", Help = "A client secret of the app registration. Without it, and without a certificate, the bot can hear and not speak.")]
    public string? ClientSecret { get; set; }

    [Secret]
    [Setting("Certificate", Help = "In the place of a client secret: a certificate of the app registration and its RSA private key, as PEM in one text.")]
    public string? Certificate { get; set; }

    [Setting("Tenant id", Help = "The tenant of a single-tenant bot's app registration. Leave it empty for a multi-tenant bot.")]
    public string? TenantId { get; set; }

    [Setting("Tenants", Help = "The Entra tenants whose people the bot serves; activities of others are dropped. Empty: the bot's own tenant.")]
    public IReadOnlyList<string> Tenants { get; set; } = [];

    [Setting("Caller tenants", Help = "Entra tenants whose tokens for the bot's own app are taken beside the channel's, as the emulator and the Agents Playground send them. Empty: none.")]
    public IReadOnlyList<string> CallerTenants { get; set; } = [];

    [Setting("Cloud", Help = "public, or us-government.")]
    public Cloud Cloud { get; set; } = Cloud.Public;

    [Setting("Channel issuer", Help = "Replaces the issuer of the channel's tokens, for a stand-in.")]
    public string? ChannelIssuer { get; set; }

    [Setting("Channel metadata", Help = "Replaces the address of the channel's OpenID metadata, for a stand-in.")]
    public Uri? ChannelMetadataUrl { get; set; }

    [Setting("Login address", Help = "Replaces the address below which Entra's token endpoint and metadata lie, for a stand-in.")]
    public Uri? LoginUrl { get; set; }

    [Setting("Entra issuers", Help = "Replaces the issuers of Entra tokens, for a stand-in; {tenant} stands for the tenant.")]
    public IReadOnlyList<string> EntraIssuers { get; set; } = [];

    [Setting("Service hosts", Help = "Hosts beside Microsoft's own that the bot's token may be sent to: a host, *.host, or a whole base address such as http://127.0.0.1:5082 for a stand-in.")]
    public IReadOnlyList<string> ServiceHosts { get; set; } = [];

    [Setting("File hosts", Help = "Hosts beside SharePoint that files are fetched from and put to, without any token.")]
    public IReadOnlyList<string> FileHosts { get; set; } = [];

    [Setting("Look up people", Help = "Whether the roster is asked for the user principal name and e-mail address of somebody new.")]
    public bool LookUpPeople { get; set; } = true;

    /// <summary>Only the name: the members that a record prints by itself include the secret.</summary>
    public override string ToString() => nameof(TeamsSettings);
}
