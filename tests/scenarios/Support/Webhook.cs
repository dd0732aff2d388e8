using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Spark.Tests;

namespace Spark.Scenarios.Tests.Support;

/// <summary>Signed webhooks by hand, for what a well-behaved sender would never do.</summary>
internal static class Webhook
{
    public const string Header = "X-Sparkcentral-Signature";
    public const string Path = "/channels/sparkcentral";

    public static string Sign(byte[] body) => Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(Simulator.Secret), body));

    public static string Message(string conversation, string text, string key, DateTimeOffset at) => new JsonObject
    {
        ["timestamp"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["idempotencyKey"] = key,
        ["version"] = 1,
        ["type"] = "INBOUND_MESSAGE_RECEIVED",
        ["data"] = new JsonObject { ["conversationId"] = conversation, ["message"] = new JsonObject { ["text"] = text } },
    }.ToJsonString();

    public static async Task<(int Status, string Body)> PostAsync(
        HttpClient http, string body, string? signature, CancellationToken cancellationToken, string path = Path)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("application/json");
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(Header, signature);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    public static Task<(int Status, string Body)> PostSignedAsync(HttpClient http, string body, CancellationToken cancellationToken) =>
        PostAsync(http, body, Sign(Encoding.UTF8.GetBytes(body)), cancellationToken);
}
