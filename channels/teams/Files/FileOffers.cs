using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Channels.Teams.Inbound;
using Spark.Messages;

namespace Spark.Channels.Teams.Files;

/// <summary>
/// Offers files to people: a card asks whether they want it, and carries where it is. The card comes back from the person's client, so
/// what it carries is signed: nobody else's address is ever fetched for them.
/// </summary>
internal sealed class FileOffers(HttpClient http, string? secret, TimeProvider time)
{
    public const string ConsentType = "application/vnd.microsoft.teams.card.file.consent";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly byte[] key = SHA256.HashData(Encoding.UTF8.GetBytes($"spark file offers {secret}"));

    /// <summary>The card that offers a file; null when its size cannot be told, or nothing can be signed: then its address is named.</summary>
    public async ValueTask<JsonObject?> OfferAsync(FilePart file, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(secret) || file.Address.Scheme != Uri.UriSchemeHttps && !file.Address.IsLoopback || await SizeAsync(file.Address, cancellationToken) is not { } size)
        {
            return null;
        }

        var address = file.Address.AbsoluteUri;
        return new()
        {
            ["contentType"] = ConsentType,
            ["name"] = file.Name,
            ["content"] = new JsonObject
            {
                ["description"] = file.Name,
                ["sizeInBytes"] = size,
                ["acceptContext"] = new JsonObject { ["address"] = address, ["proof"] = ProofOf(address) },
                ["declineContext"] = new JsonObject { ["address"] = address },
            },
        };
    }

    /// <summary>Where the file is that was offered; null when the offer is not ours.</summary>
    public Uri? Offered(JsonElement context) =>
        context.Text("address") is { } address && context.Text("proof") is { } proof
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof), Encoding.UTF8.GetBytes(ProofOf(address)))
        && !string.IsNullOrEmpty(secret)
            ? new Uri(address)
            : null;

    private string ProofOf(string address) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(address)));

    private async Task<long?> SizeAsync(Uri address, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode ? response.Content.Headers.ContentLength : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
