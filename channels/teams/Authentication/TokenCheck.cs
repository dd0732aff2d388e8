using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Spark.Channels.Teams.Inbound;

namespace Spark.Channels.Teams.Authentication;

/// <summary>
/// Checks tokens, each with the keys of the issuer that it names and of nobody else. Two kinds are known: the channel's, and, for the
/// tenants that the operator lists, Entra's for the bot's own app.
/// </summary>
internal sealed class TokenCheck(string appId, Endpoints endpoints, IReadOnlyList<string> callerTenants, SigningKeys channelKeys, SigningKeys entraKeys, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new();

    /// <summary>Which tenant an issuer stands for; only those that the operator lists are here.</summary>
    private readonly Dictionary<string, string> tenantOf = callerTenants
        .SelectMany(tenant => endpoints.EntraIssuers.Select(template => (Issuer: Endpoints.IssuerOf(template, tenant), Tenant: tenant)))
        .ToDictionary(pair => pair.Issuer, pair => pair.Tenant, StringComparer.Ordinal);

    /// <summary>Looks at a token.</summary>
    /// <exception cref="PluginNotReadyException">The issuer's keys are not to be had.</exception>
    public async ValueTask<TokenVerdict> CheckAsync(string? authorization, CancellationToken cancellationToken)
    {
        var (token, refusal) = TokenText.Read(authorization);
        if (token is null)
        {
            return TokenVerdict.Refused(refusal);
        }

        var isChannel = string.Equals(token.Issuer, endpoints.ChannelIssuer, StringComparison.Ordinal);
        if (!isChannel && !tenantOf.ContainsKey(token.Issuer))
        {
            return TokenVerdict.Refused("the token is of another issuer");
        }

        var key = await (isChannel ? channelKeys : entraKeys).FindAsync(token.KeyId, cancellationToken);
        if (key is null)
        {
            return TokenVerdict.Refused("the issuer has no such key");
        }

        if (!IsSigned(token, key))
        {
            return TokenVerdict.Refused("the signature, the audience or the time does not hold");
        }

        return isChannel ? Channel(token, key) : Entra(token);
    }

    private static TokenVerdict Channel(TokenText token, SigningKey key) =>
        token.Claims.Text("serviceurl") is not { } serviceUrl ? TokenVerdict.Refused("the token names no service address")
        : key.Endorsements.Count == 0 ? TokenVerdict.Refused("the signing key is endorsed for no channel")
        : TokenVerdict.OfChannel(serviceUrl, key.Endorsements);

    private TokenVerdict Entra(TokenText token)
    {
        var claims = token.Claims;
        var caller = claims.Text("ver") switch
        {
            "1.0" => claims.Text("appid"),
            "2.0" => claims.Text("azp"),
            _ => null,
        };
        return !string.Equals(caller, appId, StringComparison.OrdinalIgnoreCase) ? TokenVerdict.Refused("the token is another app's")
            : !string.Equals(claims.Text("tid"), tenantOf[token.Issuer], StringComparison.OrdinalIgnoreCase) ? TokenVerdict.Refused("the token's tenant is not its issuer's")
            : TokenVerdict.OfEntra;
    }

    private bool IsSigned(TokenText token, SigningKey key)
    {
        // One audience, as text: a list could name us among others. And a time that is missing is no time.
        if (token.Claims.Field("aud").ValueKind != JsonValueKind.String
            || token.Claims.Field("nbf").ValueKind != JsonValueKind.Number
            || token.Claims.Field("exp").ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        return handler.ValidateToken(token.Encoded, new TokenValidationParameters
        {
            ValidIssuer = token.Issuer,
            ValidAudience = appId,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            IssuerSigningKey = key.Key,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            LifetimeValidator = IsInTime,
        }).IsValid;
    }

    // By the host's clock: the library would read the machine's.
    private bool IsInTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return notBefore is { } from && expires is { } until && from < until && from <= now + Skew && now - Skew < until;
    }
}
