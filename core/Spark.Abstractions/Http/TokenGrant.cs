using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Spark.Http;

/// <summary>What a token address gave (RFC 6749, 5.1). Since contract 1.4.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="Life">How long it holds; five minutes where the far side does not say, and a day at most.</param>
/// <param name="RefreshToken">With what the next one is fetched; null when none was given.</param>
public sealed record TokenGrant(string AccessToken, TimeSpan Life, string? RefreshToken)
{
    private const int LongestAnswer = 64 * 1024;
    private const double LongestLife = 86_400;
    private static readonly TimeSpan LifeWhenUnsaid = TimeSpan.FromMinutes(5);

    /// <summary>Fetches a token.</summary>
    /// <param name="http">The way out.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CredentialsRejectedException">The token address refuses; beneath lies an <see cref="HttpRequestException"/> with the status.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached, or gives no token; then with the status.</exception>
    public static async Task<TokenGrant> FetchAsync(HttpClient http, TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(request);
        using var message = request.ToMessage();
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode && await ReadAsync(response, cancellationToken) is { } grant)
        {
            return grant;
        }

        var status = response.StatusCode;
        var what = string.Create(CultureInfo.InvariantCulture, $"The token address gave no token, with status {(int)status}.");
        var none = new HttpRequestException(HttpRequestError.ConnectionError, what, inner: null, status);
        throw status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? new CredentialsRejectedException(string.Create(CultureInfo.InvariantCulture, $"The token address refuses the client with status {(int)status}."), none)
            : none;
    }

    private static async Task<TokenGrant?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
            using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
            var root = answer.RootElement;
            return root.ValueKind == JsonValueKind.Object && Text(root, "access_token") is { Length: > 0 } token
                ? new(token, LifeOf(root), Text(root, "refresh_token"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Some servers write the seconds as a text.
    private static TimeSpan LifeOf(JsonElement root) =>
        root.TryGetProperty("expires_in", out var told)
        && double.TryParse(told.ValueKind == JsonValueKind.String ? told.GetString() : told.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestLife))
            : LifeWhenUnsaid;

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
}
