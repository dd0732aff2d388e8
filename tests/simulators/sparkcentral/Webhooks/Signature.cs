using System.Security.Cryptography;

namespace Spark.Simulators.Sparkcentral.Webhooks;

/// <summary>Lower-case hex of HMAC-SHA256 over the raw body, keyed with the decoded hex secret.</summary>
internal static class Signature
{
    public static string Of(ReadOnlySpan<byte> body, string secretHex) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(secretHex), body));
}
