using Microsoft.AspNetCore.Authentication.OAuth;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>Options of the framework's handler, and what OpenID Connect adds to them.</summary>
internal sealed class OpenIdOptions : OAuthOptions
{
    public OpenIdSettings Settings { get; set; } = null!;

    public OpenIdMetadata Metadata { get; set; } = null!;

    public IdTokenCheck Check { get; set; } = null!;

    /// <summary>Where the provider sends browsers back to, as they reach it.</summary>
    public string Redirect => $"{Settings.PublicUrl.AbsoluteUri.TrimEnd('/')}{CallbackPath}";
}
