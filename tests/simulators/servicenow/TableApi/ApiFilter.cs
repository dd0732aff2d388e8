using System.Globalization;
using Spark.Simulators.ServiceNow.Access;

namespace Spark.Simulators.ServiceNow.TableApi;

/// <summary>Who calls, whether that user may, and how often.</summary>
internal sealed class ApiFilter(Accounts accounts, RateLimit limit) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (accounts.Of(http.Request) is not { } caller)
        {
            http.Response.Headers.WWWAuthenticate = "BASIC realm=\"Service-now\"";
            return Answers.NotAuthenticated();
        }

        if (limit.Count(caller.User) is { } wait)
        {
            http.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            http.Response.Headers["X-RateLimit-Limit"] = limit.PerHour?.ToString(CultureInfo.InvariantCulture);
            return Answers.Error(StatusCodes.Status429TooManyRequests, "Rate limit exceeded", "Request rejected by the inbound REST rate limit rule");
        }

        if (!caller.IsItil)
        {
            return Answers.Error(StatusCodes.Status403Forbidden, "User Not Authorized", "Failed API level ACL Validation");
        }

        http.Items[nameof(Account)] = caller;
        return await next(context);
    }
}
