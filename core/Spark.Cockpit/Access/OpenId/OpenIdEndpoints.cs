using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Admin;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>Signing in by OpenID Connect: begun by the page, ended by the browser that the provider sends back.</summary>
internal static class OpenIdEndpoints
{
    public const string Callback = "/api/admin/session/openid/callback";

    private const string Begin = "/session/openid";

    public static void MapOpenId(this RouteGroupBuilder admin)
    {
        admin.MapGet("/session/ways", Ways).Open();
        admin.MapGet(Begin, BeginAsync).Open();
    }

    /// <summary>Maps where browsers come back to. Another site sends them, which the admin API's own rule refuses: the state and its cookie stand in.</summary>
    public static void MapOpenIdCallback(this IEndpointRouteBuilder routes) => routes.MapGet(Callback, EndAsync).ExcludeFromDescription();

    /// <summary>Where the page is told why somebody is not signed in.</summary>
    public static string PageOf(OpenIdProblem problem) => $"/cockpit/?signIn={problem}";

    /// <summary>Where a browser signs out at the provider; null when there is no such place.</summary>
    public static async Task<string?> SignOutAtAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.RequestServices.GetService<OpenIdSettings>() is not { } settings)
        {
            return null;
        }

        try
        {
            var provider = await http.RequestServices.GetRequiredService<OpenIdMetadata>().GetAsync(null, cancellationToken);
            return provider.EndSession is not { } end ? null : QueryHelpers.AddQueryString(end.AbsoluteUri, new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["client_id"] = settings.ClientId,
                ["post_logout_redirect_uri"] = $"{settings.PublicUrl.AbsoluteUri.TrimEnd('/')}/cockpit/",
            });
        }
        catch (OpenIdRefusedException)
        {
            // They are signed out here all the same.
            return null;
        }
    }

    private static IResult Ways(HttpContext http) => Results.Json(
        new SignInWays(http.RequestServices.GetService<OpenIdSettings>() is { } settings ? [new(settings.Name, "/api/admin" + Begin)] : []), AdminJson.Default.SignInWays);

    private static async Task<IResult> BeginAsync(HttpContext http, string? returnUrl)
    {
        if (http.RequestServices.GetService<OpenIdSettings>() is null)
        {
            return AdminError.Answer(StatusCodes.Status404NotFound, "SPK14056", "Nobody signs in by OpenID Connect here: the environment file has no signIn.");
        }

        try
        {
            await (await HandlerAsync(http)).ChallengeAsync(new() { RedirectUri = ReturnPath.Of(returnUrl) });
            return Results.Empty;
        }
        catch (OpenIdRefusedException refused)
        {
            OpenIdLog.Refused(http, refused);
            return Results.Redirect(PageOf(refused.Problem));
        }
    }

    private static async Task EndAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var isNear = http.RequestServices.GetRequiredService<AdminAccess>().AllowRemote || http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
        if (!isNear || http.RequestServices.GetService<OpenIdSettings>() is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await (await HandlerAsync(http)).HandleRequestAsync();
    }

    private static async Task<OpenIdHandler> HandlerAsync(HttpContext http)
    {
        var handler = ActivatorUtilities.CreateInstance<OpenIdHandler>(http.RequestServices, UrlEncoder.Default);
        await handler.InitializeAsync(new(OpenIdHandler.SchemeName, null, typeof(OpenIdHandler)), http);
        return handler;
    }
}
