using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>Checks what a provider says about who signed in (OpenID Connect Core 1.0, 3.1.3.7).</summary>
internal sealed class IdTokenCheck(OpenIdSettings settings, OpenIdMetadata metadata, TimeProvider time)
{
    private const int Largest = 64 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    // Signatures that the provider's secret key alone can make: "none", and those with a shared secret, are not among them.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = Largest };

    /// <summary>The token, once nothing is wrong with it.</summary>
    /// <exception cref="OpenIdRefusedException">Something is.</exception>
    public async ValueTask<JsonWebToken> ReadAsync(string? encoded, string? nonce, CancellationToken cancellationToken)
    {
        // Three parts: an encrypted token has five.
        if (encoded is null || encoded.Length > Largest || encoded.Count(letter => letter == '.') != 2 || !handler.CanReadToken(encoded))
        {
            throw Refused("the answer holds no signed id_token");
        }

        JsonWebToken unchecked_;
        try
        {
            unchecked_ = handler.ReadJsonWebToken(encoded);
        }
        catch (ArgumentException broken)
        {
            throw Refused($"the id_token cannot be read: {broken.Message}");
        }

        var provider = await metadata.GetAsync(unchecked_.Kid, cancellationToken);
        var result = handler.ValidateToken(encoded, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = settings.ClientId,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            IssuerSigningKeys = provider.Keys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidAlgorithms = Algorithms,
            LifetimeValidator = IsInTime,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
        {
            throw Refused($"the id_token does not hold: {result.Exception?.GetType().Name}");
        }

        if (token.Audiences.Count() > 1 && Text(token, "azp") != settings.ClientId)
        {
            throw Refused("the id_token is for several, and was given to another");
        }

        if (nonce is null || Text(token, JwtRegisteredClaimNames.Nonce) != nonce)
        {
            throw Refused("the id_token answers another question");
        }

        return token.Subject is { Length: > 0 } ? token : throw Refused("the id_token names nobody");
    }

    internal static string? Text(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static OpenIdRefusedException Refused(string why) => new(OpenIdProblem.Invalid, $"Sign-in refused: {why}.");

    // By the host's clock: the library would read the machine's.
    private bool IsInTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } until && now - Skew < until && (notBefore is not { } from || from <= now + Skew);
    }
}
