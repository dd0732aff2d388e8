using System.Net;

namespace Spark.Plugins.Network;

/// <summary>An answer's content that fails where it becomes too large, also when it did not say its length.</summary>
internal sealed class LimitedContent : HttpContent
{
    private readonly HttpContent inner;
    private readonly string owner;
    private readonly long most;
    private readonly RecordedBody? seen;

    public LimitedContent(HttpContent inner, string owner, long most, RecordedBody? seen = null)
    {
        this.inner = inner;
        this.owner = owner;
        this.most = most;
        this.seen = seen;
        foreach (var header in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var limited = await CreateContentReadStreamAsync();
        await limited.CopyToAsync(stream);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var limited = await CreateContentReadStreamAsync(cancellationToken);
        await limited.CopyToAsync(stream, cancellationToken);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var limited = CreateContentReadStream(cancellationToken);
        limited.CopyTo(stream);
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        new LimitedStream(inner.ReadAsStream(cancellationToken), owner, most, seen);

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new LimitedStream(await inner.ReadAsStreamAsync(cancellationToken), owner, most, seen);

    protected override bool TryComputeLength(out long length)
    {
        length = inner.Headers.ContentLength ?? 0;
        return inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
