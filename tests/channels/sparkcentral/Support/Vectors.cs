using System.Security.Cryptography;
using System.Text;
using Spark.Webhooks;

namespace Spark.Channels.Sparkcentral.Tests.Support;

/// <summary>The signature vectors of the wire contract, and requests made like them.</summary>
internal static class Vectors
{
    public const string Secret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    public const string V1 = """{"timestamp":"2024-05-06T07:08:09.123456Z","idempotencyKey":"6ebc6a78-d9e9-48be-b172-51eda40b7af8","version":1,"type":"INBOUND_MESSAGE_RECEIVED","data":{"conversationId":"0-01e67a8c216-000-8c9ea98e","message":{"messageId":"cc75552a-1a78-11e9-855e-6d1e71016abf","text":"Hello"}}}""";
    public const string V1Signature = "7aed7f003212c20b6a5b4ec488c4245463a88b89694d673104e1bd97ebc1724d";

    public const string V2 = """{"timestamp": "2024-05-06T07:08:09.123456Z", "idempotencyKey": "6ebc6a78-d9e9-48be-b172-51eda40b7af8", "version": 1, "type": "INBOUND_MESSAGE_RECEIVED", "data": {"conversationId": "0-01e67a8c216-000-8c9ea98e", "message": {"messageId": "cc75552a-1a78-11e9-855e-6d1e71016abf", "text": "Hello"}}}""";
    public const string V2Signature = "a3b1025361ac8543e8a1e564fb6316941028bb500b194595c6db8cdaffde5bd9";

    public const string V3Signature = "f1e4ea4025be82f0e062c07b52e392640e86cbdcbdc9b43ce868304ee442b5c4";

    public const string V4 = "{}";
    public const string V4Signature = "746436f123ba56f580e6c216774f64ff22f258e983bc6ecd2b4a39f39f6ddfb9";

    public static readonly DateTimeOffset SentAt = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    public static string V3 => V1.Replace("Hello", "Grüezi 👋", StringComparison.Ordinal);

    public static WebhookRequest Request(string body, string? signature, string header = "X-Sparkcentral-Signature") =>
        Request(Encoding.UTF8.GetBytes(body), signature, header);

    public static WebhookRequest Request(byte[] body, string? signature, string header = "X-Sparkcentral-Signature")
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
        if (signature is not null)
        {
            headers[header] = signature;
        }

        return new WebhookRequest { Method = "POST", Path = "", Headers = headers, Body = body, ReceivedAt = SentAt };
    }

    /// <summary>A request with its right signature.</summary>
    public static WebhookRequest Signed(string body) => Signed(Encoding.UTF8.GetBytes(body));

    public static WebhookRequest Signed(byte[] body) => Request(body, Sign(Convert.FromHexString(Secret), body));

    public static string Sign(byte[] key, byte[] body) => Convert.ToHexStringLower(HMACSHA256.HashData(key, body));

    /// <summary>An event of the given type and data, sent at <see cref="SentAt"/>, with its right signature.</summary>
    public static WebhookRequest Event(string type, string data) => Signed(
        $$"""{"timestamp":"2024-05-06T07:08:09Z","idempotencyKey":"key-1","version":1,"type":"{{type}}","data":{{data}}}""");
}
