namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>Says what was wrong with a control call whose body or query could not be read at all.</summary>
internal static class UnreadableBodies
{
    public static void ExplainUnreadableBodies(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = exception.StatusCode;
            var reason = exception.InnerException?.Message ?? exception.Message;
            await context.Response.WriteAsJsonAsync(new ErrorsView([reason]), ControlJson.Default.ErrorsView);
        }
    });
}
