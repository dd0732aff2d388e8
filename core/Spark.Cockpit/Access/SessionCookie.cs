using System.Net;
using Microsoft.AspNetCore.Http;

namespace Spark.Cockpit.Access;

/// <summary>The cookie of a session: no script reads it, no other site sends it.</summary>
internal static class SessionCookie
{
    private const string Name = "spark-cockpit";

    public static string? Of(HttpRequest request) => request.Cookies.TryGetValue(Name, out var value) && value.Length > 0 ? value : null;

    public static void Give(HttpContext http, string token) => http.Response.Cookies.Append(Name, token, Options(http));

    public static void Take(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    /// <summary>A proxy may end TLS before us, so only a person at this machine gets a cookie that travels in clear.</summary>
    public static bool IsSecure(HttpContext http) => http.Request.IsHttps || !IsThisMachine(http.Request.Host.Host);

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = IsSecure(http),
        Path = "/",
        IsEssential = true,
    };

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
