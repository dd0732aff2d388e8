using System.Net;

namespace Spark.Http;

/// <summary>
/// A body that knows whether its writing has begun. Until then the far side cannot have acted on the request, whatever goes wrong;
/// afterwards it may have. Since contract 1.3.
/// </summary>
public sealed class WatchedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> body;

    /// <summary>Makes a body.</summary>
    /// <param name="body">Its bytes, written as they are.</param>
    /// <param name="contentType">Its <c>Content-Type</c>, sent letter by letter.</param>
    public WatchedContent(ReadOnlyMemory<byte> body, string contentType)
    {
        this.body = body;

        // Unparsed: parsing would write a space before the parameters, which not every far side has in what it signs or compares.
        Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    /// <summary>True once the first byte was handed to the connection.</summary>
    public bool Begun { get; private set; }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Begun = true;
        await stream.WriteAsync(body, cancellationToken);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
