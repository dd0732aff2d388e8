using System.Net.Http.Headers;
using Spark.Http;

namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>Sends bodies to the REST API, once for each call.</summary>
internal sealed class RestClient(HttpClient http, TimeProvider time)
{
    private readonly WatchedCalls calls = new(http, time);

    /// <summary>Posts a body.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="authorization">The caller's credentials.</param>
    /// <param name="content">The body.</param>
    /// <param name="read">Reads a body of the answer; null leaves it unread.</param>
    /// <param name="cancellationToken">Ends the call, which is then judged like any that was cut off.</param>
    public Task<CallOutcome> PostAsync(
        Uri address,
        AuthenticationHeaderValue authorization,
        WatchedContent content,
        Func<HttpContent, CancellationToken, Task>? read,
        CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, address, authorization, content, read, cancellationToken);

    /// <summary>Sends a body.</summary>
    /// <param name="method">How.</param>
    /// <param name="address">Where to.</param>
    /// <param name="authorization">The caller's credentials.</param>
    /// <param name="content">The body.</param>
    /// <param name="read">Reads a body of the answer; null leaves it unread.</param>
    /// <param name="cancellationToken">Ends the call, which is then judged like any that was cut off.</param>
    public async Task<CallOutcome> SendAsync(
        HttpMethod method,
        Uri address,
        AuthenticationHeaderValue authorization,
        WatchedContent content,
        Func<HttpContent, CancellationToken, Task>? read,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = authorization;
        request.Headers.Accept.ParseAdd("application/json");
        var reach = await calls.SendAsync(request, read is null ? null : (response, limit) => read(response.Content, limit), cancellationToken);
        return new CallOutcome
        {
            Status = reach.Status,
            MayHaveArrived = reach.MayHaveArrived,
            RetryAfter = reach.RetryAfter,
            Sentence = reach.Sentence,
        };
    }
}
