using System.Net;

namespace Spark.Plugins.Network;

/// <summary>Stands between a plugin and the connections: no protocol that avoids them, and no answer without end.</summary>
internal sealed class OutgoingHandler(HttpMessageHandler connections, string owner, long maxResponseBytes) : DelegatingHandler(connections)
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        KeepToTcp(request);
        return Limit(base.Send(request, cancellationToken));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        KeepToTcp(request);
        return Limit(await base.SendAsync(request, cancellationToken));
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

    private HttpResponseMessage Limit(HttpResponseMessage response)
    {
        var length = response.Content.Headers.ContentLength;
        if (length > maxResponseBytes && response.RequestMessage?.Method != HttpMethod.Head)
        {
            response.Dispose();
            throw LimitedStream.TooLarge(owner, maxResponseBytes);
        }

        if (length <= maxResponseBytes)
        {
            // No more can be read than was said: the connection sees to that.
            return response;
        }

        response.Content = new LimitedContent(response.Content, owner, maxResponseBytes);
        return response;
    }
}
