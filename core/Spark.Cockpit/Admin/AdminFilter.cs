using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Access;
using Spark.Cockpit.Access.Tokens;
using Spark.Runtime.Accounts;
using Spark.Runtime.Tokens;

namespace Spark.Cockpit.Admin;

/// <summary>
/// Lets through whom the operator lets through: the machine first, then the bearer token of commands or the session of a person, then the
/// right that the route needs.
/// </summary>
internal sealed class AdminFilter(AdminAccess access, AdminToken token) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!access.AllowRemote && http.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
        {
            return AdminError.Answer(
                StatusCodes.Status403Forbidden, "SPK14001", "The admin API answers only this machine. Start the host with --admin-remote to change that.");
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var needed = http.GetEndpoint()?.Metadata.GetMetadata<NeededRight>() ?? NeededRight.OfOthers;
        return await RefusalAsync(http, needed) ?? await next(context);
    }

    private async ValueTask<IResult?> RefusalAsync(HttpContext http, NeededRight needed)
    {
        if (needed.Right is not { } right)
        {
            return SameOrigin.Is(http.Request) ? null : OtherSite();
        }

        if (BearerToken.Of(http.Request) is { } bearer)
        {
            return await OfTokenAsync(http, bearer) is { } script ? await EnterAsync(http, script, right) : NotSignedIn(http);
        }

        if (SessionCookie.Of(http.Request) is not { } cookie
            || http.RequestServices.GetService(typeof(SessionDesk)) is not SessionDesk desk
            || await desk.FindAsync(cookie, http.RequestAborted) is not { } who)
        {
            return NotSignedIn(http);
        }

        if (!SameOrigin.IsSafe(http.Request) && !(SameOrigin.Is(http.Request) && Brings(http.Request, who.Session!.Csrf)))
        {
            return OtherSite();
        }

        return await EnterAsync(http, who, right);
    }

    private async ValueTask<Operator?> OfTokenAsync(HttpContext http, string bearer) =>
        AccessTokens.IsOne(bearer)
            ? http.RequestServices.GetService(typeof(AccessTokens)) is AccessTokens tokens ? await tokens.FindAsync(bearer, http.RequestAborted) : null
        : await token.VerifyAsync(bearer, http.RequestAborted) ? new(Operator.Token, Operator.Token, Role.Administrator, null)
        : null;

    private static async ValueTask<IResult?> EnterAsync(HttpContext http, Operator who, Right right)
    {
        who.Enter(http);
        return who.May(right)
            ? await BotGate.RefusalAsync(http, who)
            : AdminError.Answer(StatusCodes.Status403Forbidden, "SPK14042", "Your role does not allow this. An administrator can give you another one.");
    }

    private static bool Brings(HttpRequest request, string csrf) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers[SameOrigin.Header].ToString()), Encoding.UTF8.GetBytes(csrf));

    private static IResult OtherSite() => AdminError.Answer(
        StatusCodes.Status403Forbidden, "SPK14043", "The request does not come from the cockpit's own page. Reload the page and try again.");

    private static IResult NotSignedIn(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return AdminError.Answer(
            StatusCodes.Status401Unauthorized,
            "SPK14002",
            "Sign in to the cockpit, or bring the admin API's bearer token, which was printed at the first start. Lost it? Stop the host and run: spark admin-token new.");
    }
}
