using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Spark.Runtime.Credentials;

/// <summary>Exchanges an authorization code for tokens (RFC 6749, 4.1.3).</summary>
internal static class CodeExchange
{
    private static readonly TimeSpan LifeWhenUnsaid = TimeSpan.FromMinutes(5);

    /// <returns>The secrets with the tokens.</returns>
    /// <exception cref="TokenRefusedException">There are none to be had.</exception>
    public static async Task<CredentialSecrets> SendAsync(
        Credential credential, CredentialSecrets secrets, SignIn begun, string code, HttpClient http, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = credential.Authorization;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = begun.Redirect!.AbsoluteUri,
            ["code_verifier"] = begun.Verifier,
        };
        if (settings.ClientInBody)
        {
            (fields["client_id"], fields["client_secret"]) = (settings.ClientId ?? "", secrets.ClientSecret ?? "");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, settings.TokenUrl) { Content = new FormUrlEncodedContent(fields) };
        if (!settings.ClientInBody)
        {
            var client = $"{Uri.EscapeDataString(settings.ClientId ?? "")}:{Uri.EscapeDataString(secrets.ClientSecret ?? "")}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(client)));
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode && await TokenSource.ReadAsync(response, cancellationToken) is { AccessToken.Length: > 0, RefreshToken.Length: > 0 } answer
                ? secrets with
                {
                    RefreshToken = answer.RefreshToken,
                    AccessToken = answer.AccessToken,
                    AccessTokenEndsAt = time.GetUtcNow() + (answer.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) : LifeWhenUnsaid),
                }
                : throw new TokenRefusedException(string.Create(
                    CultureInfo.InvariantCulture, $"The token address gave no refresh token, with status {(int)response.StatusCode}: it may need a scope such as offline_access."));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new TokenRefusedException($"The token address cannot be reached: {broken.Message}");
        }
    }
}
