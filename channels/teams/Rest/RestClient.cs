using System.Net.Http.Headers;
using System.Text.Json;
using Spark.Channels.Teams.Inbound;

namespace Spark.Channels.Teams.Rest;

/// <summary>Makes one call and tells exactly how far a failed one came.</summary>
internal sealed class RestClient(HttpClient http, TimeProvider time)
{
    private const int LargestAnswer = 4 * 1024 * 1024;
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(10);

    /// <summary>Makes the call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">Where to.</param>
    /// <param name="bearer">The bot's token; null for none.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="cancellationToken">Ends the call, which is then judged like any that was cut off.</param>
    public async Task<CallOutcome> SendAsync(
        HttpMethod method, Uri address, string? bearer, WatchedContent? content, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        request.Headers.Accept.ParseAdd("application/json");
        var mayArrive = method != HttpMethod.Get;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var status = (int)response.StatusCode;
            var body = await ReadAsync(response, either.Token);
            var code = body.Object("error").Text("code");
            return new CallOutcome
            {
                Status = status,
                Body = body,
                RetryAfter = RetryAfter(response.Headers.RetryAfter),
                Sentence = code is null || code.Length > 64 ? $"{address.Host} answered {status}." : $"{address.Host} answered {status} ({code}).",
            };
        }
        catch (HttpRequestException exception)
        {
            return CutOff(mayArrive && content?.Begun == true && !NeverConnected(exception), $"The call to {address.Host} failed ({exception.HttpRequestError}).");
        }
        catch (OperationCanceledException)
        {
            return CutOff(mayArrive && content?.Begun == true, limit.IsCancellationRequested
                ? $"{address.Host} did not answer within {LongestCall.TotalSeconds} seconds."
                : $"The call to {address.Host} was ended before the answer.");
        }
    }

    private static CallOutcome CutOff(bool mayHaveArrived, string sentence) =>
        new() { MayHaveArrived = mayHaveArrived, Sentence = sentence };

    // An answer that is no document is one all the same: its status counts.
    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return default;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var document = await JsonDocument.ParseAsync(stream, default, cancellationToken);
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException or IOException)
        {
            return default;
        }
    }

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
