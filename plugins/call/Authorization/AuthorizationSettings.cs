using Spark.Settings;

namespace Spark.Actions.Call.Authorization;

/// <summary>How a connection says who calls.</summary>
internal sealed record AuthorizationSettings
{
    [Setting("Type")]
    public required AuthorizationKind Type { get; init; }

    [Setting("User", Help = "For basic.")]
    public string? User { get; set; }

    [Setting("Password", Help = "For basic.")]
    [Secret]
    public string? Password { get; set; }

    [Setting("Token", Help = "For bearer.")]
    [Secret]
    public string? Token { get; set; }

    [Setting("Header", Help = "For api-key: the header that bears the key.")]
    public string? Header { get; set; }

    [Setting("Query parameter", Help = "For api-key: the query parameter that bears the key, where the far side takes it nowhere else.")]
    public string? Query { get; set; }

    [Setting("Key", Help = "For api-key.")]
    [Secret]
    public string? Key { get; set; }

    [Setting("Token address", Help = "For oauth2-client-credentials.")]
    public Uri? TokenUrl { get; set; }

    [Setting("Client id", Help = "For oauth2-client-credentials.")]
    public string? ClientId { get; set; }

    [Setting("Client secret", Help = "For oauth2-client-credentials.")]
    [Secret]
    public string? ClientSecret { get; set; }

    [Setting("Scope", Help = "For oauth2-client-credentials.")]
    public string? Scope { get; set; }

    [Setting("Audience", Help = "For oauth2-client-credentials, where the far side asks for it.")]
    public string? Audience { get; set; }
}
