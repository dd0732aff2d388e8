using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Admin;
using Spark.Runtime;

namespace Spark.Cockpit.Configuration;

/// <summary>What only the operator of the machine can mend, such as a missing key, is an answer.</summary>
internal sealed class SettingsFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (OperatorException problem)
        {
            return AdminError.Answer(StatusCodes.Status409Conflict, problem.Code, problem.Message);
        }
    }
}
