namespace Spark.Channels.Teams;

/// <summary>Where Microsoft's services are and what their tokens say: by cloud, each replaceable by the settings.</summary>
internal sealed record Endpoints
{
    private const string Tenant = "{tenant}";

    /// <summary>Who issues the channel's tokens.</summary>
    public required string ChannelIssuer { get; init; }

    public required Uri ChannelMetadata { get; init; }

    public required Uri EntraMetadata { get; init; }

    /// <summary>The issuers of Entra's tokens with <c>{tenant}</c> in them: version 1 and version 2.</summary>
    public required IReadOnlyList<string> EntraIssuers { get; init; }

    /// <summary>Where the bot gets its own token.</summary>
    public required Uri Token { get; init; }

    /// <summary>What the bot's own token is for.</summary>
    public required string Scope { get; init; }

    /// <summary>Where the bot's own token may be sent.</summary>
    public required HostRule Services { get; init; }

    /// <summary>Where files come from and go to.</summary>
    public required HostRule Files { get; init; }

    public static Endpoints Of(TeamsSettings settings)
    {
        var isGovernment = settings.Cloud == Cloud.UsGovernment;
        var login = settings.LoginUrl ?? new Uri(isGovernment ? "https://login.microsoftonline.us" : "https://login.microsoftonline.com");
        var shared = isGovernment ? "MicrosoftServices.onmicrosoft.us" : "botframework.com";
        var own = string.IsNullOrEmpty(settings.TenantId) ? shared : settings.TenantId;
        return new()
        {
            ChannelIssuer = settings.ChannelIssuer ?? (isGovernment ? "https://api.botframework.us" : "https://api.botframework.com"),
            ChannelMetadata = settings.ChannelMetadataUrl ?? new Uri(isGovernment
                ? "https://login.botframework.azure.us/v1/.well-known/openidconfiguration"
                : "https://login.botframework.com/v1/.well-known/openidconfiguration"),
            EntraMetadata = Below(login, "common/v2.0/.well-known/openid-configuration"),
            EntraIssuers = settings.EntraIssuers.Count > 0
                ? settings.EntraIssuers
                : ["https://sts.windows.net/{tenant}/", $"{(isGovernment ? "https://login.microsoftonline.us" : "https://login.microsoftonline.com")}/{{tenant}}/v2.0"],
            Token = Below(login, $"{Uri.EscapeDataString(own)}/oauth2/v2.0/token"),
            Scope = isGovernment ? "https://api.botframework.us/.default" : "https://api.botframework.com/.default",
            Services = new HostRule(
            [
                .. isGovernment
                    ? (string[])["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us", "*.botframework.azure.us"]
                    : ["smba.trafficmanager.net", "*.botframework.com"],
                .. settings.ServiceHosts,
            ]),
            Files = new HostRule([isGovernment ? "*.sharepoint.us" : "*.sharepoint.com", .. settings.FileHosts]),
        };
    }

    /// <summary>The issuer of a tenant's tokens, by a template.</summary>
    public static string IssuerOf(string template, string tenant) => template.Replace(Tenant, tenant, StringComparison.Ordinal);

    private static Uri Below(Uri address, string path) => new($"{address.AbsoluteUri.TrimEnd('/')}/{path}");
}
