using Spark.Webhooks;

namespace Spark.Channels.WebChat;

/// <summary>Which web sites besides our own may use the channel from a browser, and show the page in a frame.</summary>
/// <param name="origins">Their origins; <c>*</c> for all.</param>
/// <param name="own">The origin under which the outside reaches this host.</param>
internal sealed class OriginPolicy(IReadOnlyList<string> origins, string own)
{
    private const string Any = "*";

    private readonly HashSet<string> allowed = origins.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sources of Content-Security-Policy's <c>frame-ancestors</c>.</summary>
    public string FrameAncestors { get; } = string.Join(' ', origins.Prepend("'self'"));

    public static bool IsOrigin(string text) => text == Any
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.UserInfo.Length == 0
            && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Answers a browser that asks before it sends.</summary>
    public WebhookResponse Preflight(WebhookRequest request) => IsAllowed(request, out _)
        ? Apply(request, WebhookResponse.Empty(204))
            .With("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
            .With("Access-Control-Allow-Headers", "authorization, content-type, x-ms-bot-agent")
            .With("Access-Control-Max-Age", "7200")
        : DirectLineError.OriginRefused(Named(request)).With("Vary", "Origin");

    /// <summary>The refusal of a request that another site's page sends, unless that site is allowed; null for all others. Who is no browser names no origin.</summary>
    public WebhookResponse? Refuse(WebhookRequest request) =>
        request.Header("Origin") is null or "" || IsOwn(request) || IsAllowed(request, out _) ? null : DirectLineError.OriginRefused(Named(request));

    // The browser says so itself, and no page can: behind a proxy we may be known by a name that is not ours.
    private bool IsOwn(WebhookRequest request)
    {
        var origin = request.Header("Origin");
        return request.Header("Sec-Fetch-Site") == "same-origin"
            || string.Equals(origin, own, StringComparison.OrdinalIgnoreCase)
            || (request.Header("Host") is { Length: > 0 } host && origin?.EndsWith($"://{host}", StringComparison.OrdinalIgnoreCase) == true);
    }

    private static string Named(WebhookRequest request) => request.Header("Origin") is { Length: > 0 and <= 200 } origin ? $"'{origin}'" : "that asks";

    /// <summary>Lets the browser of an allowed site read the answer. Our own pages need no permission and get none.</summary>
    public WebhookResponse Apply(WebhookRequest request, WebhookResponse response)
    {
        if (allowed.Count == 0)
        {
            return response;
        }

        var varied = response.With("Vary", "Origin");
        return IsAllowed(request, out var origin) ? varied.With("Access-Control-Allow-Origin", origin) : varied;
    }

    private bool IsAllowed(WebhookRequest request, out string origin)
    {
        origin = request.Header("Origin") ?? "";
        return origin.Length > 0 && (allowed.Contains(Any) || allowed.Contains(origin));
    }
}
