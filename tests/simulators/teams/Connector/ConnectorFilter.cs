using Spark.Simulators.Teams.Hosting;
using Spark.Simulators.Teams.Tokens;

namespace Spark.Simulators.Teams.Connector;

/// <summary>Asks every call for the bot's token, and keeps it in the log.</summary>
internal sealed class ConnectorFilter(TokenMint mint, CallLog log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Request.EnableBuffering();
        using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        http.Request.Body.Position = 0;
        http.Response.OnCompleted(() =>
        {
            log.Add(http, body.Length == 0 ? null : body);
            return Task.CompletedTask;
        });
        return mint.IsOfBot(http.Request.Headers.Authorization)
            ? await next(context)
            : Answers.Error(401, "BotNotAuthorized", "Authorization has been denied for this request.");
    }
}
