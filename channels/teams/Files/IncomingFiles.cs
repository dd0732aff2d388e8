using System.Globalization;
using Microsoft.Extensions.Logging;
using Spark.Files;
using Spark.Messages;

namespace Spark.Channels.Teams.Files;

/// <summary>
/// Fetches what people send and has the host keep it: Teams' own addresses lead to a file for some minutes only, and tell neither its size
/// nor, surely, its type. Fetched is from hosts on the list alone, and never with a token. What cannot be fetched goes on by its address.
/// </summary>
internal sealed partial class IncomingFiles(IFileCabinet? cabinet, HttpClient http, HostRule hosts, TimeProvider time, ILogger<IncomingFiles> logger)
{
    // Teams gives up after 15 seconds, and the turn wants some of them.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(6);

    public async ValueTask<WebhookReceipt> KeepAsync(WebhookReceipt receipt, CancellationToken cancellationToken)
    {
        if (cabinet is null || !receipt.Events.Any(IsToFetch))
        {
            return receipt;
        }

        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var events = new List<InboundEvent>(receipt.Events.Count);
        foreach (var inbound in receipt.Events)
        {
            events.Add(inbound is MessageReceived message && IsToFetch(message) ? await KeepAsync(cabinet, message, either.Token, cancellationToken) : inbound);
        }

        return receipt with { Events = events };
    }

    private bool IsToFetch(InboundEvent inbound) => inbound is MessageReceived message && message.Parts.Any(part => part is FilePart file && hosts.Allows(file.Address));

    private async ValueTask<MessageReceived> KeepAsync(IFileCabinet keeper, MessageReceived message, CancellationToken limited, CancellationToken cancellationToken)
    {
        var parts = new List<MessagePart>(message.Parts.Count);
        foreach (var part in message.Parts)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{message.MessageId}:{parts.Count}");
            parts.Add(part is FilePart file && hosts.Allows(file.Address) && await FetchAsync(file, limited, cancellationToken) is { } content
                ? await KeepAsync(keeper, message.ConversationId, file, content, key, cancellationToken)
                : part);
        }

        return message with { Parts = parts };
    }

    private async ValueTask<FilePart> KeepAsync(
        IFileCabinet keeper, string conversation, FilePart file, byte[] content, string key, CancellationToken cancellationToken)
    {
        var receipt = await keeper.KeepAsync(
            new() { ConversationId = conversation, Name = file.Name, MediaType = file.MediaType, Content = content, Key = key }, cancellationToken);
        if (receipt.Refusal is { } refusal)
        {
            LogNotKept(refusal);
        }

        return receipt.File ?? file with { Size = content.Length };
    }

    private async ValueTask<byte[]?> FetchAsync(FilePart file, CancellationToken limited, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(file.Address, HttpCompletionOption.ResponseHeadersRead, limited);
            response.EnsureSuccessStatusCode();
            await response.Content.LoadIntoBufferAsync(IncomingFile.UsualLimit, limited);
            return await response.Content.ReadAsByteArrayAsync(limited);
        }
        catch (HttpRequestException exception)
        {
            LogNotFetched(exception.StatusCode is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : exception.HttpRequestError.ToString());
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotFetched("too slow");
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A file that a person sent could not be fetched ({Problem}); it goes on by its address")]
    private partial void LogNotFetched(string problem);

    [LoggerMessage(LogLevel.Warning, "A file that a person sent was not kept: {Refusal}; it goes on by its address")]
    private partial void LogNotKept(FileRefusal refusal);
}
