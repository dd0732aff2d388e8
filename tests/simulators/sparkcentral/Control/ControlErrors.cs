using Microsoft.AspNetCore.Http.HttpResults;
using Spark.Simulators.Sparkcentral.Conversations;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>Says in the answer what was wrong with a control call.</summary>
internal sealed class ControlErrors : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (NotFoundException exception)
        {
            return Errors(StatusCodes.Status404NotFound, exception.Message);
        }
        catch (ConflictException exception)
        {
            return Errors(StatusCodes.Status409Conflict, exception.Message);
        }
        catch (ArgumentException exception)
        {
            return Errors(StatusCodes.Status400BadRequest, exception.Message);
        }
        catch (OperationCanceledException)
        {
            // The caller left, or the program ends: nobody is there to read an answer.
            return Results.Empty;
        }
    }

    private static JsonHttpResult<ErrorsView> Errors(int status, string error) =>
        TypedResults.Json(new ErrorsView([error]), statusCode: status);
}
