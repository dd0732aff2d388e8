using Microsoft.AspNetCore.Http;

namespace Spark.Cockpit.Access;

/// <summary>Tells whether a request that changes something comes from the cockpit's own page.</summary>
internal static class SameOrigin
{
    /// <summary>Where the page puts what it was told with its session.</summary>
    public const string Header = "X-Spark-Csrf";

    public static bool IsSafe(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>True unless the browser says that another site asks.</summary>
    public static bool Is(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
