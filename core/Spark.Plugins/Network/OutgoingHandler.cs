using System.Net;
using Spark.Runtime.Exchanges;

namespace Spark.Plugins.Network;

/// <summary>Stands between a plugin and the connections: no protocol that avoids them, and no answer without end.</summary>
internal sealed class OutgoingHandler(HttpMessageHandler connections, string owner, long maxResponseBytes, TimeProvider time) : DelegatingHandler(connections)
{
    /// <summary>A larger body is sent as it comes, and not noted.</summary>
    private const long LargestNoted = 256 * 1024;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        KeepToTcp(request);
        return Limit(base.Send(request, cancellationToken), seen: null);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        KeepToTcp(request);
        return ExchangeLog.Current is { } log
            ? await SendNotedAsync(log, request, cancellationToken)
            : Limit(await base.SendAsync(request, cancellationToken), seen: null);
    }

    // An operator may ask later what was called: of what can be read, the beginning is kept.
    private async Task<HttpResponseMessage> SendNotedAsync(ExchangeLog log, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (log.Add(time.GetUtcNow(), request.Method.Method, request.RequestUri?.AbsoluteUri ?? "") is not { } note)
        {
            return Limit(await base.SendAsync(request, cancellationToken), seen: null);
        }

        if (request.Content is { } body && RecordedBody.IsText(body) && body.Headers.ContentLength is null or <= LargestNoted)
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
            note.Request = await request.Content.ReadAsStringAsync(cancellationToken);
        }

        var began = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            note.Status = (int)response.StatusCode;
            return Limit(response, RecordedBody.IsText(response.Content) ? new RecordedBody(note) : null);
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException)
        {
            note.Reason = failed is HttpRequestException ? failed.Message : "It was not waited for any longer.";
            throw;
        }
        finally
        {
            note.Took = time.GetElapsedTime(began);
        }
    }

    /// <summary>HTTP/3 runs over QUIC, whose connections are not opened by <see cref="CheckedConnector"/>.</summary>
    private static void KeepToTcp(HttpRequestMessage request)
    {
        if (request.Version > HttpVersion.Version20)
        {
            request.Version = HttpVersion.Version20;
        }

        if (request.VersionPolicy == HttpVersionPolicy.RequestVersionOrHigher)
        {
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        }
    }

    private HttpResponseMessage Limit(HttpResponseMessage response, RecordedBody? seen)
    {
        var length = response.Content.Headers.ContentLength;
        if (length > maxResponseBytes && response.RequestMessage?.Method != HttpMethod.Head)
        {
            response.Dispose();
            throw LimitedStream.TooLarge(owner, maxResponseBytes);
        }

        if (length <= maxResponseBytes && seen is null)
        {
            // No more can be read than was said: the connection sees to that.
            return response;
        }

        response.Content = new LimitedContent(response.Content, owner, maxResponseBytes, seen);
        return response;
    }
}
