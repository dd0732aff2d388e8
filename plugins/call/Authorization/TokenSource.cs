using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Spark.Actions.Call.Authorization;

/// <summary>
/// Fetches tokens by client credentials (RFC 6749, 4.4) and keeps each until shortly before its end. Any number of calls wait for one fetch.
/// </summary>
internal sealed class TokenSource(AuthorizationSettings settings, HttpClient http, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LifeWhenUnsaid = TimeSpan.FromMinutes(5);
    private const int LongestAnswer = 64 * 1024;

    private readonly SemaphoreSlim fetching = new(1, 1);
    private (string Token, DateTimeOffset RenewAt)? current;

    public void Dispose() => fetching.Dispose();

    /// <summary>The token to use now.</summary>
    /// <param name="refused">A token that the far side has just refused: another one is fetched, unless somebody has meanwhile.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CredentialsRejectedException">The token endpoint refuses the client.</exception>
    /// <exception cref="HttpRequestException">The token endpoint cannot be reached or fails.</exception>
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
        finally
        {
            fetching.Release();
        }
    }

    private string? Usable(string? refused) =>
        current is var (token, renewAt) && renewAt > time.GetUtcNow() && !string.Equals(token, refused, StringComparison.Ordinal) ? token : null;

    private async Task<string> FetchAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.TokenUrl) { Content = new FormUrlEncodedContent(Fields()) };
        var client = $"{Uri.EscapeDataString(settings.ClientId!)}:{Uri.EscapeDataString(settings.ClientSecret!)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(client)));
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new CredentialsRejectedException(string.Create(
                CultureInfo.InvariantCulture, $"The token endpoint refuses the client id or secret with status {(int)response.StatusCode}."));
        }

        if (!response.IsSuccessStatusCode || await ReadAsync(response, cancellationToken) is not { AccessToken.Length: > 0 } answer)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                string.Create(CultureInfo.InvariantCulture, $"The token endpoint gave no token, with status {(int)response.StatusCode}."));
        }

        // A token that lives shorter than our margin is used for half its life.
        var life = answer.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) : LifeWhenUnsaid;
        current = (answer.AccessToken, time.GetUtcNow() + (life > 2 * Early ? life - Early : life / 2));
        return answer.AccessToken;
    }

    private static async Task<TokenAnswer?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
            return await JsonSerializer.DeserializeAsync(
                await response.Content.ReadAsStreamAsync(cancellationToken), CallJson.Default.TokenAnswer, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Fields()
    {
        yield return new("grant_type", "client_credentials");
        if (settings.Scope is { Length: > 0 } scope)
        {
            yield return new("scope", scope);
        }

        if (settings.Audience is { Length: > 0 } audience)
        {
            yield return new("audience", audience);
        }
    }
}
