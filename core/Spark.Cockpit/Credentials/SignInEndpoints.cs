using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Cockpit.Configuration;
using Spark.Runtime.Credentials;

namespace Spark.Cockpit.Credentials;

/// <summary>Signing in for a credential: begun by the admin API, ended by the browser that comes back.</summary>
internal static class SignInEndpoints
{
    private const string Callback = "/api/admin/sign-in/callback";

    public static void MapSignIns(this RouteGroupBuilder admin) => admin.MapPost("/credentials/{name}/sign-in", BeginAsync).Produces<SignInAnswer>().Audited("credential.sign-in-begun");

    /// <summary>Maps where browsers come back to. They bear no token: the state that they bring is good once.</summary>
    public static void MapSignInCallback(this IEndpointRouteBuilder routes) => routes.MapGet(Callback, EndAsync)
        .Through<StoreFilter>().Through<AuditFilter>().Audited("credential.signed-in").ExcludeFromDescription();

    private static async Task<IResult> BeginAsync(HttpContext http, string name, CancellationToken cancellationToken)
    {
        var redirect = new Uri($"{http.Request.Scheme}://{http.Request.Host}{Callback}");
        var by = AuditFilter.ActorOf(http, http.RequestServices.GetRequiredService<AdminAccess>());
        return await http.RequestServices.GetRequiredService<SignIns>().BeginAsync(name, redirect, by, cancellationToken) is { } address
            ? SettingsResults.Ok(new SignInAnswer(address.AbsoluteUri), SettingsJson.Default.SignInAnswer)
            : AdminError.Answer(StatusCodes.Status409Conflict, "SPK14025", $"Nobody signs in for credential '{name}': there is none, or its authorization is not oauth2-authorization-code.");
    }

    private static async Task<IResult> EndAsync(HttpContext http, string? state, string? code, string? error, CancellationToken cancellationToken)
    {
        var end = state is null || code is null
            ? new(null, null, $"The far side did not sign you in{(error is null ? "" : $" ({error[..Math.Min(error.Length, 100)]})")}.")
            : await http.RequestServices.GetRequiredService<SignIns>().EndAsync(state, code, cancellationToken);
        AuditNote.Of(http).About(end.Credential).Actor = end.By;

        // It says what the far side said, which is anybody who made the link.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(
            end.Problem is null ? "You are signed in: the credential can be used now. You may close this page." : $"SPK14025: {end.Problem}",
            "text/plain; charset=utf-8",
            statusCode: end.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
