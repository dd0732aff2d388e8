using System.Net.Http.Headers;

namespace Spark.Http;

/// <summary>
/// Makes calls, each of them once and within ten seconds, and tells exactly how far one that failed came: what surely never arrived can
/// be sent again, and of the rest an operator has to know. Since contract 1.3.
/// </summary>
/// <param name="http">Sends the requests.</param>
/// <param name="time">Measures the limit.</param>
public sealed class WatchedCalls(HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(10);

    /// <summary>Makes one call. Of a failing one nothing is thrown.</summary>
    /// <param name="request">The request; of one without a <see cref="WatchedContent"/> it is taken that it changes nothing there.</param>
    /// <param name="read">Reads the answer, before the connection goes back; null leaves it unread.</param>
    /// <param name="cancellationToken">Ends the call, which is then judged like any that was cut off.</param>
    public async Task<CallReach> SendAsync(
        HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task>? read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var limit = new CancellationTokenSource(LongestCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var host = request.RequestUri?.Host;
        var content = request.Content as WatchedContent;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (read is not null)
            {
                await read(response, either.Token);
            }

            return new()
            {
                Status = (int)response.StatusCode,
                RetryAfter = RetryAfter(response.Headers.RetryAfter),
                Sentence = $"{host} answered {(int)response.StatusCode}.",
            };
        }
        catch (HttpRequestException exception)
        {
            return CutOff(content?.Begun == true && !NeverConnected(exception), $"The call to {host} failed ({exception.HttpRequestError}).");
        }
        catch (OperationCanceledException)
        {
            return CutOff(content?.Begun == true, limit.IsCancellationRequested
                ? $"{host} did not answer within {LongestCall.TotalSeconds} seconds."
                : $"The call to {host} was ended before the answer.");
        }
    }

    private static CallReach CutOff(bool mayHaveArrived, string sentence) => new() { MayHaveArrived = mayHaveArrived, Sentence = sentence };

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
