using System.Net.Http.Headers;
using Spark.Runtime.Files;
using Spark.Runtime.Stores;

namespace Spark.Host.Files;

/// <summary>Hands out files that are kept. Their addresses cannot be guessed, and are all that is asked of whoever fetches one.</summary>
internal static class FileEndpoint
{
    public static void MapFiles(this WebApplication app) => app.MapGet(FileCabinet.Path + "/{id}", AnswerAsync);

    private static async Task AnswerAsync(HttpContext http, string id, IFileStore files)
    {
        try
        {
            if (await files.FindAsync(id, http.RequestAborted) is { } file)
            {
                await WriteAsync(http.Response, file, http.RequestAborted);
            }
            else
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        }
        catch (StoreUnavailableException)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    // They come from outside: a browser saves them, and neither guesses what they are nor runs what is in them.
    private static async Task WriteAsync(HttpResponse response, KeptFile file, CancellationToken cancellationToken)
    {
        response.ContentType = MediaTypeHeaderValue.TryParse(file.MediaType, out _) ? file.MediaType : "application/octet-stream";
        response.ContentLength = file.Content.Length;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.Name }.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, max-age=3600";
        await response.Body.WriteAsync(file.Content, cancellationToken);
    }
}
