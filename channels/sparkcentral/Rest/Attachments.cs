using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Spark.Messages;

namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>
/// Uploads the first file of a message: it is then sent with the message's text in one call. What cannot be fetched, is too large, or is
/// refused for its type stays in the text, as its name and address.
/// </summary>
internal sealed partial class Attachments(HttpClient http, ConversationApi api, ILogger<Attachments> logger)
{
    /// <summary>Attachments must be smaller than that.</summary>
    private const long TooLarge = 10_000_000;

    /// <summary>Uploads.</summary>
    /// <returns>The file's name at the far side and the part that it stands for; or how the upload ended, when the message cannot be sent now.</returns>
    public async Task<(string? FileName, FilePart? Part, CallOutcome? Trouble)> UploadAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (message.Parts.OfType<FilePart>().FirstOrDefault() is not { } file || await FetchAsync(file, cancellationToken) is not { } bytes)
        {
            return default;
        }

        var name = NameOf(message.EffectId, file.Name);
        var outcome = await api.UploadAsync(message.ConversationId, name, file.MediaType, bytes, cancellationToken);
        switch (outcome.Status)
        {
            case >= 200 and < 300:
                return (name, file, null);
            case 400 or 413 or 415:
                LogRefused(outcome.Status.Value);
                return default;
            default:
                // Nothing was said yet, so that nothing can come twice.
                return (null, null, outcome with { MayHaveArrived = false });
        }
    }

    /// <summary>A name of the allowed letters, the same for each attempt of one message, and unlike that of any other.</summary>
    public static string NameOf(string effectId, string name)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(effectId)).AsSpan(0, 4));
        var safe = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' ? letter : '_'));
        return string.Create(CultureInfo.InvariantCulture, $"{id}-{(safe.Length > 80 ? safe[^80..] : safe)}");
    }

    private async Task<byte[]?> FetchAsync(FilePart file, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(file.Address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentLength >= TooLarge)
            {
                LogNotFetched((int)response.StatusCode);
                return null;
            }

            await response.Content.LoadIntoBufferAsync(TooLarge - 1, cancellationToken);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (HttpRequestException)
        {
            LogNotFetched(null);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A file of a message could not be fetched ({Status}) or is too large; its address was sent in its place")]
    private partial void LogNotFetched(int? status);

    [LoggerMessage(LogLevel.Warning, "Sparkcentral refused a file of a message ({Status}); its address was sent in its place")]
    private partial void LogRefused(int status);
}
