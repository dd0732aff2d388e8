using Microsoft.AspNetCore.Http;

namespace Spark.Channels.Sparkcentral.Tests.Support;

/// <summary>One line of the loopback server's script.</summary>
internal sealed class Reply(Func<HttpContext, RecordedCall, Task> write)
{
    public Task WriteAsync(HttpContext context, RecordedCall call) => write(context, call);

    public static Reply Of(int status, string body = "{}", string? retryAfter = null) => new(async (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await context.Response.WriteAsync(body);
    });

    public static Reply Token(string token, int? expiresIn = 3599) =>
        Of(200, $$"""{"access_token":"{{token}}","token_type":"bearer"{{(expiresIn is { } seconds ? $",\"expires_in\":{seconds}" : "")}}}""");

    /// <summary>200 for the given token, 401 for every other.</summary>
    public static Reply OnlyFor(string token) => new((context, call) =>
        Of(call.Headers["Authorization"] == $"Bearer {token}" ? 200 : 401).WriteAsync(context, call));

    /// <summary>Cuts the connection after the request was read.</summary>
    public static Reply Cut() => new((context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Runs something after the request was read, and answers when that has ended.</summary>
    public static Reply After(Func<CancellationToken, Task> first, Reply then) => new(async (context, call) =>
    {
        await first(context.RequestAborted);
        await then.WriteAsync(context, call);
    });
}
