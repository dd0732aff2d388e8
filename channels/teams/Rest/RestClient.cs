using System.Net.Http.Headers;
using System.Text.Json;
using Spark.Channels.Teams.Inbound;
using Spark.Http;

namespace Spark.Channels.Teams.Rest;

/// <summary>Makes one call and reads the document that it is answered with.</summary>
internal sealed class RestClient(HttpClient http, TimeProvider time)
{
    private const int LargestAnswer = 4 * 1024 * 1024;

    private readonly WatchedCalls calls = new(http, time);

    /// <summary>Makes the call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">Where to.</param>
    /// <param name="bearer">The bot's token; null for none.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="cancellationToken">Ends the call, which is then judged like any that was cut off.</param>
    public async Task<CallOutcome> SendAsync(
        HttpMethod method, Uri address, string? bearer, WatchedContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        request.Headers.Accept.ParseAdd("application/json");
        JsonElement body = default;
        var reach = await calls.SendAsync(request, async (response, limit) => body = await ReadAsync(response, limit), cancellationToken);
        var code = body.Object("error").Text("code");
        return new CallOutcome
        {
            Status = reach.Status,
            MayHaveArrived = reach.MayHaveArrived,
            RetryAfter = reach.RetryAfter,
            Body = body,
            Sentence = code is null || code.Length > 64 ? reach.Sentence : $"{address.Host} answered {reach.Status} ({code}).",
        };
    }

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
}
