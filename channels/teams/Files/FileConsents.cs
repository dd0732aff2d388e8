using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Spark.Channels.Teams.Inbound;
using Spark.Channels.Teams.Rest;
using Spark.Webhooks;

namespace Spark.Channels.Teams.Files;

/// <summary>
/// Answers what a person said to a file that the bot had offered: puts it into the upload session that their client has opened, and shows
/// it. That happens within the invoke, because the session is the client's; a repeated one does no harm.
/// </summary>
internal sealed partial class FileConsents(FileOffers offers, HttpClient http, HostRule hosts, ConnectorClient connector, ILogger<FileConsents> logger)
{
    private const string InfoType = "application/vnd.microsoft.teams.card.file.info";
    private const int LargestFile = 10 * 1024 * 1024;
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, bool> shown = new(StringComparer.Ordinal);

    public async ValueTask<WebhookResponse> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        var value = activity.Value;
        if (value.Text("action") == "decline")
        {
            return WebhookResponse.Empty(200);
        }

        var upload = value.Object("uploadInfo");
        if (offers.Offered(value.Object("context")) is not { } address || hosts.Allowed(upload.Text("uploadUrl")) is not { } session)
        {
            LogNotOurs();
            return WebhookResponse.Text(400, "The file was not offered by this bot, or its upload session is at a host that is on no list.");
        }

        try
        {
            await PutAsync(address, session, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            LogFailed(exception.HttpRequestError.ToString());
            return WebhookResponse.Text(502, "The file could not be fetched or put.");
        }

        await ShowAsync(activity, upload, cancellationToken);
        return WebhookResponse.Empty(200);
    }

    // Neither address gets a token: both carry their own leave.
    private async Task PutAsync(Uri address, Uri session, CancellationToken cancellationToken)
    {
        using var file = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        file.EnsureSuccessStatusCode();
        await file.Content.LoadIntoBufferAsync(LargestFile, cancellationToken);
        var bytes = await file.Content.ReadAsByteArrayAsync(cancellationToken);
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentRange = new ContentRangeHeaderValue(0, Math.Max(bytes.Length - 1, 0), bytes.Length);
        using var put = await http.PutAsync(session, content, cancellationToken);
        put.EnsureSuccessStatusCode();
    }

    private async Task ShowAsync(Activity activity, JsonElement upload, CancellationToken cancellationToken)
    {
        if (shown.Count >= MostKept)
        {
            shown.Clear();
        }

        if (upload.Text("uniqueId") is not { } id || activity.ConversationId is not { } conversation || !shown.TryAdd(id, true))
        {
            return;
        }

        var card = new JsonObject
        {
            ["contentType"] = InfoType,
            ["contentUrl"] = upload.Text("contentUrl"),
            ["name"] = upload.Text("name"),
            ["content"] = new JsonObject { ["uniqueId"] = id, ["fileType"] = upload.Text("fileType") },
        };
        var message = new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(card) };
        var outcome = await connector.CallAsync(
            HttpMethod.Post, activity.ServiceUrl, $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities", message, cancellationToken);
        if (!outcome.Accepted)
        {
            LogNotShown(outcome.Sentence);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Refused to put a file: it was not offered by this bot, or its upload session is at a host that is on no list")]
    private partial void LogNotOurs();

    [LoggerMessage(LogLevel.Warning, "A file could not be fetched or put ({Problem})")]
    private partial void LogFailed(string problem);

    [LoggerMessage(LogLevel.Warning, "A file was put and could not be shown: {Reason}")]
    private partial void LogNotShown(string reason);
}
