using System.Net;

namespace Spark.Channels.Teams.Rest;

/// <summary>
/// A body that knows whether its writing has begun. Until then the far side cannot have acted on the request, whatever
/// goes wrong; afterwards it may have.
/// </summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> body;

    public WatchedContent(ReadOnlyMemory<byte> body, string contentType)
    {
        this.body = body;

        // Unparsed: parsing would write it anew.
        Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    public bool Begun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begun = true;
        await stream.WriteAsync(body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
