using System.Net;
using Microsoft.AspNetCore.Http;
using Spark.Runtime.Tokens;

namespace Spark.Cockpit.Admin;

/// <summary>Lets through whom the operator lets through: the machine first, then the bearer token.</summary>
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

        if (!await token.VerifyAsync(BearerToken.Of(http.Request), http.RequestAborted))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return AdminError.Answer(
                StatusCodes.Status401Unauthorized,
                "SPK14002",
                "The admin API needs the bearer token that was printed at the first start. Lost it? Stop the host and run: spark admin-token new.");
        }

        return await next(context);
    }
}
