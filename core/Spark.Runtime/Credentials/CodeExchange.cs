using System.Globalization;
using Spark.Http;

namespace Spark.Runtime.Credentials;

/// <summary>Exchanges an authorization code for tokens (RFC 6749, 4.1.3).</summary>
internal static class CodeExchange
{
    /// <returns>The secrets with the tokens.</returns>
    /// <exception cref="TokenRefusedException">There are none to be had.</exception>
    public static async Task<CredentialSecrets> SendAsync(
        Credential credential, CredentialSecrets secrets, SignIn begun, string code, HttpClient http, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = credential.Authorization;
        var request = new TokenRequest
        {
            Address = settings.TokenUrl!,
            Fields =
            [
                new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", begun.Redirect!.AbsoluteUri), new("code_verifier", begun.Verifier),
            ],
            ClientId = settings.ClientId ?? "",
            ClientSecret = secrets.ClientSecret,
            ClientInBody = settings.ClientInBody,
        };
        try
        {
            var grant = await TokenGrant.FetchAsync(http, request, cancellationToken);
            return grant.RefreshToken is { Length: > 0 } refresh
                ? secrets with { RefreshToken = refresh, AccessToken = grant.AccessToken, AccessTokenEndsAt = time.GetUtcNow() + grant.Life }
                : throw None(200);
        }
        catch (CredentialsRejectedException refused)
        {
            throw None((int?)(refused.InnerException as HttpRequestException)?.StatusCode);
        }
        catch (HttpRequestException none) when (none.StatusCode is { } status)
        {
            throw None((int)status);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new TokenRefusedException($"The token address cannot be reached: {broken.Message}");
        }
    }

    private static TokenRefusedException None(int? status) => new(string.Create(
        CultureInfo.InvariantCulture, $"The token address gave no refresh token, with status {status}: it may need a scope such as offline_access."));
}
