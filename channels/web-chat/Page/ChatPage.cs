using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Page;

/// <summary>
/// Serves the page and its files. The page's own addresses are relative (<c>chat/chat.js</c>), so that it works at
/// <c>/chat</c>, at <c>/channels/{instance}/chat</c> and behind a proxy's prefix alike.
/// </summary>
internal sealed class ChatPage
{
    public const string Path = "chat";

    private readonly WebChatSettings settings;
    private readonly string instance;
    private readonly OriginPolicy origins;
    private readonly WebChatScript script;
    private readonly int largest;
    private readonly string fileHost;
    private readonly string template = Encoding.UTF8.GetString(Resource("chat.html"));
    private readonly string unavailable = Encoding.UTF8.GetString(Resource("unavailable.html"));
    private readonly Dictionary<string, PageAsset> files = new(StringComparer.Ordinal)
    {
        ["chat.css"] = new(Resource("chat.css"), "text/css; charset=utf-8"),
        ["chat.js"] = new(Resource("chat.js"), PageAsset.JavaScript),
        ["embed.js"] = new(Resource("embed.js"), PageAsset.JavaScript),
        ["frame.js"] = new(Resource("frame.js"), PageAsset.JavaScript),
        ["icon.svg"] = new(Resource("icon.svg"), "image/svg+xml"),
        ["links.js"] = new(Resource("links.js"), PageAsset.JavaScript),
        ["surface.css"] = new(Resource("surface.css"), "text/css; charset=utf-8"),
        ["theme.js"] = new(Resource("theme.js"), PageAsset.JavaScript),
        ["tray.js"] = new(Resource("tray.js"), PageAsset.JavaScript),
        ["upload.js"] = new(Resource("upload.js"), PageAsset.JavaScript),
        ["words.js"] = new(Resource("words.js"), PageAsset.JavaScript),
    };

    /// <summary>A page.</summary>
    /// <param name="settings">What the operator set.</param>
    /// <param name="instance">The channel instance.</param>
    /// <param name="origins">Who may show it in a frame.</param>
    /// <param name="script">Microsoft's Web Chat.</param>
    /// <param name="largest">The most bytes of a file; 0 when none are taken.</param>
    /// <param name="fileHost">The origin at which this host's files are fetched.</param>
    public ChatPage(WebChatSettings settings, string instance, OriginPolicy origins, WebChatScript script, int largest, string fileHost)
    {
        this.settings = settings;
        this.instance = instance;
        this.origins = origins;
        this.script = script;
        this.largest = largest;
        this.fileHost = fileHost;
    }

    public string? Missing => script.Missing;

    public async ValueTask<WebhookResponse> AnswerAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (request.Method is not ("GET" or "HEAD"))
        {
            return WebhookResponse.Text(405, "This address takes GET.").With("Allow", "GET, HEAD");
        }

        return request.Path[Path.Length..] switch
        {
            "" => await PageAsync(cancellationToken),
            // Below a trailing slash the page's relative addresses would be wrong.
            "/" => WebhookResponse.Empty(308).With("Location", "../chat"),
            "/" + WebChatScript.FileName => (await script.ReadAsync(cancellationToken))?.Answer(request) ?? Unavailable(),
            var below => files.TryGetValue(below[1..], out var file) ? file.Answer(request) : WebhookResponse.Text(404, "There is nothing at this address."),
        };
    }

    private async ValueTask<WebhookResponse> PageAsync(CancellationToken cancellationToken)
    {
        if (await script.ReadAsync(cancellationToken) is not { } webChat)
        {
            return Unavailable();
        }

        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        return Html(200, template.Replace("{{webchat}}", webChat.Version, StringComparison.Ordinal), nonce);
    }

    private WebhookResponse Unavailable() => Html(503, unavailable, nonce: null);

    /// <summary>Fills the operator's texts in last, so that nothing in them is taken for a place to fill.</summary>
    private WebhookResponse Html(int status, string page, string? nonce)
    {
        var html = page
            .Replace("{{nonce}}", nonce, StringComparison.Ordinal)
            .Replace("{{style}}", files["chat.css"].Version, StringComparison.Ordinal)
            .Replace("{{surface}}", files["surface.css"].Version, StringComparison.Ordinal)
            .Replace("{{behaviour}}", files["chat.js"].Version, StringComparison.Ordinal)
            .Replace("{{icon}}", files["icon.svg"].Version, StringComparison.Ordinal)
            .Replace("{{accept}}", WebUtility.HtmlEncode(string.Join(' ', settings.FileTypes)), StringComparison.Ordinal)
            .Replace("{{largest}}", largest.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{{open}}", settings.OpenToEveryone ? "true" : "false", StringComparison.Ordinal)
            .Replace("{{instance}}", WebUtility.HtmlEncode(instance), StringComparison.Ordinal)
            .Replace("{{title}}", WebUtility.HtmlEncode(settings.Title), StringComparison.Ordinal);
        var response = new WebhookResponse { Status = status, ContentType = "text/html; charset=utf-8", Body = Encoding.UTF8.GetBytes(html) };
        return response.Uncached()
            .With("Content-Security-Policy", Policy(nonce))
            .With("X-Content-Type-Options", "nosniff")
            .With("Referrer-Policy", "no-referrer")
            .With("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }

    /// <summary>
    /// No script but our own files, no connection but to this host. Web Chat writes its styles at run time, under the nonce
    /// (one element it leaves empty and without: the hash is that of nothing), and makes its icons as blobs; a bot's pictures
    /// may come from any site over HTTPS.
    /// </summary>
    private string Policy(string? nonce) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        nonce is null ? "style-src 'self'" : $"style-src 'self' 'nonce-{nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        $"img-src 'self' data: blob: https: {fileHost}",
        "media-src 'self' blob: https:",
        "font-src 'self' data:",
        // What was chosen is a blob until it is sent.
        "connect-src 'self' blob:",
        "worker-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
        $"frame-ancestors {origins.FrameAncestors}");

    private static byte[] Resource(string name)
    {
        using var stream = typeof(ChatPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The plugin was built without '{name}'.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
