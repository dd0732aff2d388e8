namespace Spark.Plugins.Network;

/// <summary>Reads so many bytes and no more.</summary>
internal sealed class LimitedStream(Stream inner, string owner, long most, RecordedBody? seen = null) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static OutgoingRequestException TooLarge(string owner, long most) => new(
        NetworkCodes.ResponseTooLarge,
        HttpRequestError.ConfigurationLimitExceeded,
        $"The answer to {owner} is larger than the {most} bytes that a plugin may fetch. Fetch less, or raise {PluginOptions.SectionName}:{nameof(PluginOptions.MaxResponseBytes)} in the host's configuration.");

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var bytes = Count(inner.Read(buffer));
        seen?.Add(buffer[..bytes]);
        return bytes;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var bytes = Count(await inner.ReadAsync(buffer, cancellationToken));
        seen?.Add(buffer.Span[..bytes]);
        return bytes;
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int bytes)
    {
        read += bytes;
        return read <= most ? bytes : throw TooLarge(owner, most);
    }
}
