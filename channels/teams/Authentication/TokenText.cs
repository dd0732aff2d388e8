using System.Buffers.Text;
using System.Text.Json;
using Spark.Channels.Teams.Inbound;

namespace Spark.Channels.Teams.Authentication;

/// <summary>
/// A token as it was written, before anything of it is believed: three parts, a header that asks for nothing unusual, claims that say
/// everything once.
/// </summary>
internal sealed record TokenText
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512"];

    /// <summary>The token, for the handler that checks its signature.</summary>
    public required string Encoded { get; init; }

    public required string KeyId { get; init; }

    /// <summary>Who it says has issued it: only a hint at whose keys to try.</summary>
    public required string Issuer { get; init; }

    public required JsonElement Claims { get; init; }

    /// <summary>Reads a header <c>Authorization</c>.</summary>
    /// <returns>The token, or why it is none.</returns>
    public static (TokenText? Token, string Refusal) Read(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return (null, "there is no bearer token");
        }

        var encoded = authorization[Scheme.Length..].Trim();
        if (encoded.Length > LongestToken)
        {
            return (null, "the token is too large");
        }

        // Five parts would be an encrypted token.
        var parts = encoded.Split('.');
        if (parts.Length != 3 || Array.Exists(parts, part => part.Length == 0))
        {
            return (null, "the token is not one of three parts");
        }

        if (Decode(parts[0]) is not { } header || Decode(parts[1]) is not { } claims)
        {
            return (null, "the token cannot be read");
        }

        if (!Algorithms.Contains(header.Text("alg"), StringComparer.Ordinal))
        {
            return (null, "the token is not signed by RSA");
        }

        if (header.Field("crit").ValueKind != JsonValueKind.Undefined || header.Field("b64").ValueKind != JsonValueKind.Undefined)
        {
            return (null, "the token asks for an extension");
        }

        return header.Text("kid") is { } keyId && claims.Text("iss") is { } issuer
            ? (new TokenText { Encoded = encoded, KeyId = keyId, Issuer = issuer, Claims = claims }, "")
            : (null, "the token names no key or no issuer");
    }

    private static JsonElement? Decode(string part)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
