using Microsoft.AspNetCore.Http;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>
/// The cookie that ties an answer of the provider to the browser that was sent there. It comes with the provider's redirect, which a strict
/// cookie would not.
/// </summary>
internal sealed class CorrelationCookie : CookieBuilder
{
    public CorrelationCookie()
    {
        Name = "spark-sign-in.";
        HttpOnly = true;
        IsEssential = true;
        SameSite = SameSiteMode.Lax;
        Path = OpenIdEndpoints.Callback;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = SessionCookie.IsSecure(context);
        return options;
    }
}
