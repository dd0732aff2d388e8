using System.Net.Http.Headers;
using Spark.Runtime.Files;
using Spark.Runtime.Stores;

namespace Spark.Host.Files;

/// <summary>Hands out files that are kept, to whoever shows a link that this host has signed and whose time has not run out.</summary>
internal static class FileEndpoint
{
    public static void MapFiles(this WebApplication app) =>
        app.MapMethods(FileSigner.Path + "/{id}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync);

    private static async Task AnswerAsync(HttpContext http, string id, IFileStore files, FileLinks links)
    {
        var (response, stop) = (http.Response, http.RequestAborted);
        try
        {
            var verdict = (await links.OpenAsync(stop)).Read(id, http.Request.Query["until"], http.Request.Query["proof"]);
            var file = verdict == LinkVerdict.Valid ? await files.FindAsync(id, stop) : null;
            if (file is not null)
            {
                await WriteAsync(http, file, files, stop);
                return;
            }

            await RefuseAsync(response, verdict, stop);
        }
        catch (StoreUnavailableException) when (!response.HasStarted)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task RefuseAsync(HttpResponse response, LinkVerdict verdict, CancellationToken cancellationToken)
    {
        (response.StatusCode, var reason) = verdict switch
        {
            LinkVerdict.Expired => (StatusCodes.Status410Gone, "This link is too old. Open the conversation again for a new one."),
            LinkVerdict.Forged => (StatusCodes.Status403Forbidden, "This link is not one of ours."),
            _ => (StatusCodes.Status404NotFound, "This file is no longer kept."),
        };
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        await response.WriteAsync(reason, cancellationToken);
    }

    // They come from outside: a browser saves them, and neither guesses what they are nor runs what is in them.
    private static async Task WriteAsync(HttpContext http, KeptFile file, IFileStore files, CancellationToken cancellationToken)
    {
        var response = http.Response;
        var piece = await files.ReadAsync(file.Id, 0, cancellationToken);
        response.ContentType = ShownTypes.Of(file.MediaType);
        response.ContentLength = file.Size;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.Name }.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, max-age=3600";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        for (var number = 0; piece is not null && !HttpMethods.IsHead(http.Request.Method); piece = await files.ReadAsync(file.Id, ++number, cancellationToken))
        {
            await response.Body.WriteAsync(piece, cancellationToken);
        }
    }
}
