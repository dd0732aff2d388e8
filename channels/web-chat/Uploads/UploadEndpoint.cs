using System.Globalization;
using System.Text.Json;
using Spark.Channels.WebChat.Activities;
using Spark.Channels.WebChat.Tokens;
using Spark.Files;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Uploads;

/// <summary>
/// <c>conversations/{id}/upload</c>: a message with files in it. Each is on disk before the message is accepted; of several that come
/// together one that is refused refuses all.
/// </summary>
internal sealed class UploadEndpoint(Callers callers, IConversationFeed feed, IFileCabinet? cabinet, WebChatSettings settings)
{
    /// <summary>How the address of uploads ends.</summary>
    public const string Path = "/upload";

    /// <summary>What may stand around the files' own bytes.</summary>
    public const int Around = 64 * 1024;

    private const int MostFiles = 10;

    public async ValueTask<WebhookReceipt> PostAsync(WebhookRequest request, string conversationId, CancellationToken cancellationToken)
    {
        if (!callers.Admit(request, conversationId, out var token, out var refusal))
        {
            return WebhookReceipt.Only(refusal);
        }

        if (cabinet is null)
        {
            return WebhookReceipt.Only(DirectLineError.UploadsNotSupported());
        }

        if (!MultipartBody.TryRead(request, out var parts) || parts.All(part => part.FileName is null))
        {
            return WebhookReceipt.Only(DirectLineError.NoFiles());
        }

        if (ReadActivity(parts, out var activity, out var reference) is { } malformed)
        {
            return WebhookReceipt.Only(malformed);
        }

        if (await feed.ReadAsync(conversationId, after: 0, limit: 1, cancellationToken) is null)
        {
            return WebhookReceipt.Only(DirectLineError.UnknownConversation());
        }

        var id = ActivityId.Of(conversationId, reference);
        var files = parts.Where(part => part.FileName is not null).ToList();
        if (files.Count > MostFiles)
        {
            return WebhookReceipt.Only(DirectLineError.MoreFilesThanTaken(MostFiles));
        }

        var kept = new List<FilePart>(files.Count);
        foreach (var file in files)
        {
            var receipt = await KeepAsync(cabinet, conversationId, file, string.Create(CultureInfo.InvariantCulture, $"{id}:{kept.Count}"), cancellationToken);
            if (receipt.File is not { } part)
            {
                return WebhookReceipt.Only(DirectLineError.FileRefused(file.FileName!, receipt));
            }

            kept.Add(part);
        }

        var answer = WebhookResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(new PostedActivity(id), WebChatJson.Default.PostedActivity));
        return WebhookReceipt.Accept(answer, ActivityReader.Understand(activity, id, reference, token, kept)!);
    }

    /// <summary>A client may send no activity beside its files: then they are the message.</summary>
    private static WebhookResponse? ReadActivity(IReadOnlyList<MultipartPart> parts, out IncomingActivity activity, out string? reference)
    {
        (activity, reference) = (new() { Type = OutgoingActivity.Message }, null);
        if (parts.FirstOrDefault(part => part.FileName is null || part.IsActivity) is not { } said)
        {
            return null;
        }

        return ActivityReader.Read(said.Content.Span, out activity, out reference) is { } malformed ? malformed
            : activity.Type == OutgoingActivity.Message ? null
            : DirectLineError.Malformed("Only a message carries files.");
    }

    private ValueTask<FileReceipt> KeepAsync(
        IFileCabinet keeper, string conversationId, MultipartPart file, string key, CancellationToken cancellationToken) =>
        keeper.KeepAsync(
            new()
            {
                ConversationId = conversationId,
                Name = file.FileName!,
                MediaType = file.MediaType,
                Content = file.Content,
                Key = key,
                MaxBytes = settings.MaxFileBytes,
                Accept = settings.FileTypes,
            },
            cancellationToken);
}
