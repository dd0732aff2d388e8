using Microsoft.AspNetCore.Http;
using Spark.Runtime.Stores;

namespace Spark.Cockpit.Admin;

/// <summary>A database that is away is an answer, not a fault of the host.</summary>
internal sealed class StoreFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (StoreUnavailableException away)
        {
            return AdminError.Answer(StatusCodes.Status503ServiceUnavailable, away.Code, away.Message);
        }
    }
}
