using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Spark.Cockpit.Pages;

/// <summary>Serves the cockpit's page at <c>/cockpit</c>: one page for all its addresses, and the files that the build has made.</summary>
public static class CockpitEndpoints
{
    private const string Assets = "assets/";

    /// <summary>Maps the page. It needs <see cref="CockpitServiceCollectionExtensions.AddSparkCockpit"/>.</summary>
    public static void MapSparkCockpit(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var files = routes.ServiceProvider.GetRequiredService<CockpitFiles>();
        routes.MapGet("/", () => Results.Redirect("/cockpit/"));
        routes.MapGet("/cockpit/{**path}", (HttpContext http, string? path) => AnswerAsync(http, files, path ?? ""));
    }

    private static Task AnswerAsync(HttpContext http, CockpitFiles files, string path)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (path.StartsWith(Assets, StringComparison.Ordinal) || path == "icon.svg")
        {
            return FileAsync(http, files.Find(path), path);
        }

        if (path.Length == 0 && http.Request.Path.Value is "/cockpit")
        {
            http.Response.Redirect("/cockpit/");
            return Task.CompletedTask;
        }

        return PageAsync(http, files);
    }

    private static async Task FileAsync(HttpContext http, CockpitFile? file, string path)
    {
        if (file is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // The build names a file after what it holds.
        http.Response.Headers.CacheControl = path.StartsWith(Assets, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        http.Response.ContentType = file.Type;
        var isCompressed = file.Compressed is not null && http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (isCompressed)
        {
            http.Response.Headers.ContentEncoding = "br";
        }

        await http.Response.Body.WriteAsync(isCompressed ? file.Compressed! : file.Content, http.RequestAborted);
    }

    private static async Task PageAsync(HttpContext http, CockpitFiles files)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = Policy(nonce);
        http.Response.Headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/html; charset=utf-8";
        if (files.Page is not { } page)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"SPK12080: {files.Missing}", http.RequestAborted);
            return;
        }

        var html = Encoding.UTF8.GetString(page.Content).Replace("__nonce__", nonce, StringComparison.Ordinal);
        await http.Response.WriteAsync(html, http.RequestAborted);
    }

    /// <summary>
    /// No script but our own files, no connection but to this host. The controls write their styles at run time, under the nonce; the layout
    /// of the designer is computed in a worker of our own.
    /// </summary>
    private static string Policy(string nonce) => string.Join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        $"style-src 'self' 'nonce-{nonce}'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
}
