using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Spark.Runtime.Configuration;

namespace Spark.Runtime.Credentials;

/// <summary>Fetches tokens by OAuth 2.0 and keeps each until shortly before its end. Any number of calls wait for one fetch.</summary>
internal sealed class TokenSource(
    Credential credential,
    CredentialSecrets secrets,
    HttpClient http,
    TimeProvider time,
    Func<CredentialSecrets, CancellationToken, Task> keep) : IDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private const string JwtBearerGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly TimeSpan Early = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LifeWhenUnsaid = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim fetching = new(1, 1);
    private CredentialSecrets secrets = secrets;
    private (string Token, DateTimeOffset RenewAt)? current =
        secrets is { AccessToken: { } token, AccessTokenEndsAt: { } ends } ? (token, ends - Early) : null;

    /// <summary>The token that was fetched last: it must not show either.</summary>
    public string? Current => current?.Token;

    public void Dispose() => fetching.Dispose();

    /// <summary>The token to use now.</summary>
    /// <param name="refused">A token that the far side has just refused: another one is fetched, unless somebody has meanwhile.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TokenRefusedException">The token endpoint refuses, cannot be reached or gives none.</exception>
    public async ValueTask<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        if (Usable(refused) is { } token)
        {
            return token;
        }

        await fetching.WaitAsync(cancellationToken);
        try
        {
            return Usable(refused) ?? await FetchAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new TokenRefusedException($"The token address of credential '{credential.Name}' cannot be reached: {SentenceOf(broken)}");
        }
        finally
        {
            fetching.Release();
        }
    }

    private static string SentenceOf(Exception broken) => broken.Message.StartsWith("SPK", StringComparison.Ordinal)
        ? broken.Message
        : $"{(broken as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown}.";

    private string? Usable(string? refused) =>
        current is var (token, renewAt) && renewAt > time.GetUtcNow() && !string.Equals(token, refused, StringComparison.Ordinal) ? token : null;

    private async Task<string> FetchAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, credential.Authorization.TokenUrl) { Content = new FormUrlEncodedContent(Fields()) };
        if (!credential.Authorization.ClientInBody && credential.Authorization.ClientId is { } id && credential.Authorization.Type != AuthorizationKind.JwtBearer)
        {
            var client = $"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secrets.ClientSecret ?? "")}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(client)));
        }

        request.Headers.Accept.ParseAdd("application/json");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode || await ReadAsync(response, cancellationToken) is not { AccessToken.Length: > 0 } answer)
        {
            var what = response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? "refuses" : "gives no token to";
            throw new TokenRefusedException(string.Create(
                CultureInfo.InvariantCulture, $"The token address {what} credential '{credential.Name}', with status {(int)response.StatusCode}."));
        }

        // A token that lives shorter than our margin is used for half its life.
        var life = answer.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) : LifeWhenUnsaid;
        var now = time.GetUtcNow();
        current = (answer.AccessToken, now + (life > 2 * Early ? life - Early : life / 2));
        if (credential.Authorization.Type == AuthorizationKind.AuthorizationCode)
        {
            // A refresh token may hold only once: what the far side gave is kept before it is used.
            secrets = secrets with { AccessToken = answer.AccessToken, AccessTokenEndsAt = now + life, RefreshToken = answer.RefreshToken ?? secrets.RefreshToken };
            await keep(secrets, cancellationToken);
        }

        return answer.AccessToken;
    }

    public static async Task<TokenAnswer?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
            return await JsonSerializer.DeserializeAsync(
                await response.Content.ReadAsStreamAsync(cancellationToken), ConfigurationJson.Default.TokenAnswer, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Fields()
    {
        var settings = credential.Authorization;
        var fields = new List<KeyValuePair<string, string?>>();
        switch (settings.Type)
        {
            case AuthorizationKind.Password:
                fields.AddRange([new("grant_type", "password"), new("username", settings.User), new("password", secrets.Password)]);
                break;
            case AuthorizationKind.AuthorizationCode:
                fields.AddRange([new("grant_type", "refresh_token"), new("refresh_token", secrets.RefreshToken
                    ?? throw new TokenRefusedException($"Nobody has signed in for credential '{credential.Name}' yet: do it with 'spark credential authorize {credential.Name}'."))]);
                break;
            case AuthorizationKind.JwtBearer:
                fields.AddRange([new("grant_type", JwtBearerGrant), new("assertion", Assertion.Sign(settings, secrets, time.GetUtcNow()))]);
                break;
            default:
                fields.Add(new("grant_type", "client_credentials"));
                break;
        }

        if (settings.ClientInBody && settings.Type != AuthorizationKind.JwtBearer)
        {
            fields.AddRange([new("client_id", settings.ClientId), new("client_secret", secrets.ClientSecret)]);
        }

        fields.Add(new("scope", settings.Scope));
        if (settings.Type != AuthorizationKind.JwtBearer)
        {
            fields.Add(new("audience", settings.Audience));
        }

        return fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => new KeyValuePair<string, string>(field.Key, field.Value!));
    }
}
