using System.Net.Http.Headers;

namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>Posts to the REST API, once for each call, and tells exactly how far a failed call came.</summary>
internal sealed class RestClient(HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(10);

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
        using var limit = new CancellationTokenSource(LongestCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = authorization;
        request.Headers.Accept.ParseAdd("application/json");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (read is not null)
            {
                await read(response.Content, either.Token);
            }

            var status = (int)response.StatusCode;
            return new CallOutcome
            {
                Status = status,
                RetryAfter = RetryAfter(response.Headers.RetryAfter),
                Sentence = $"{address.Host} answered {status}.",
            };
        }
        catch (HttpRequestException exception)
        {
            return CutOff(content.Begun && !NeverConnected(exception), $"The call to {address.Host} failed ({exception.HttpRequestError}).");
        }
        catch (OperationCanceledException)
        {
            return CutOff(content.Begun, limit.IsCancellationRequested
                ? $"{address.Host} did not answer within {LongestCall.TotalSeconds} seconds."
                : $"The call to {address.Host} was ended before the answer.");
        }
    }

    private static CallOutcome CutOff(bool mayHaveArrived, string sentence) =>
        new() { MayHaveArrived = mayHaveArrived, Sentence = sentence };

    /// <summary>A handler that buffers bodies begins to write before it connects.</summary>
    private static bool NeverConnected(HttpRequestException exception) => exception.HttpRequestError
        is HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait switch
        {
            null => null,
            _ when wait < TimeSpan.Zero => TimeSpan.Zero,
            _ when wait > LongestRetryAfter => LongestRetryAfter,
            _ => wait,
        };
    }
}
