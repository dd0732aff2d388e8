using System.Net;
using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Admin;
using Spark.Runtime.Tokens;

namespace Spark.Cockpit.Metrics;

/// <summary>
/// Lets through who asks from this machine, and who has the admin token. What a proxy has passed on does not come from this machine,
/// although its connection does.
/// </summary>
internal sealed class MetricsFilter(AdminToken token) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (IsLocal(http) || await token.VerifyAsync(BearerToken.Of(http.Request), http.RequestAborted))
        {
            return await next(context);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return AdminError.Answer(
            StatusCodes.Status401Unauthorized, "SPK14002", "From another machine, or through a proxy, metrics need the admin token as bearer token.");
    }

    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("Forwarded")
        && !http.Request.Headers.ContainsKey("X-Forwarded-For");
}
