using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Page;

/// <summary>A file of the page. Its version is its content's, so a browser that knows the version never asks again.</summary>
internal sealed class PageAsset
{
    public const string JavaScript = "text/javascript; charset=utf-8";

    private const int WorthCompressing = 1024;

    private readonly byte[] content;
    private readonly string contentType;
    private readonly Lazy<byte[]> compressed;

    public PageAsset(byte[] content, string contentType)
    {
        this.content = content;
        this.contentType = contentType;
        compressed = new Lazy<byte[]>(Compress);
        Version = Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, 12));
    }

    public string Version { get; }

    public WebhookResponse Answer(WebhookRequest request)
    {
        var inGzip = content.Length >= WorthCompressing && Accepts(request.Header("Accept-Encoding"));
        var tag = inGzip ? $"\"{Version}-gzip\"" : $"\"{Version}\"";
        var asksForVersion = request.Query.TryGetValue("v", out var version) && version == Version;
        var head = WebhookResponse.Empty(304)
            .With("ETag", tag)
            .With("Vary", "Accept-Encoding")
            .With("X-Content-Type-Options", "nosniff")
            .With("Cache-Control", asksForVersion ? "public, max-age=31536000, immutable" : "no-cache");
        if (request.Header("If-None-Match") is { } known && known.Contains(tag, StringComparison.Ordinal))
        {
            return head;
        }

        var answer = head with { Status = 200, ContentType = contentType, Body = inGzip ? compressed.Value : content };
        return inGzip ? answer.With("Content-Encoding", "gzip") : answer;
    }

    private static bool Accepts(string? encodings) =>
        encodings is not null && encodings.Split(',').Any(encoding => encoding.Trim() is var one
            && (one == "gzip" || (one.StartsWith("gzip;", StringComparison.Ordinal) && !one.EndsWith("q=0", StringComparison.Ordinal))));

    private byte[] Compress()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return buffer.ToArray();
    }
}
