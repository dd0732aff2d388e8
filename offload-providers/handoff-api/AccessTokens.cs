using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Spark.Offload.HandoffApi;

/// <summary>The token, kept until two minutes before its end. One request at a time asks for another; the rest wait for it.</summary>
internal sealed class AccessTokens(HandoffOffloadSettings settings, InstanceServices services) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim asking = new(1, 1);
    private volatile Held? held;

    /// <summary>A token that holds for a while yet.</summary>
    /// <param name="refused">A token that the other side has refused meanwhile; it is not given again. Null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CredentialsRejectedException">The credentials are refused.</exception>
    /// <exception cref="HttpRequestException">The token endpoint does not work.</exception>
    public async ValueTask<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        if (Good(refused) is { } good)
        {
            return good;
        }

        await asking.WaitAsync(cancellationToken);
        try
        {
            return Good(refused) ?? (held = await AskAsync(cancellationToken)).Token;
        }
        finally
        {
            asking.Release();
        }
    }

    public void Dispose() => asking.Dispose();

    private string? Good(string? refused) =>
        held is { } present && present.Until > services.Time.GetUtcNow() && !string.Equals(present.Token, refused, StringComparison.Ordinal) ? present.Token : null;

    private async Task<Held> AskAsync(CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.TokenUrl);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.ClientId}:{settings.ClientSecret}")));
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new ByteArrayContent("grant_type=client_credentials&scope=service%3Aintegration"u8.ToArray());
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var response = await services.Http.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new CredentialsRejectedException($"The token endpoint answered {(int)response.StatusCode} to the client's credentials.");
        }

        response.EnsureSuccessStatusCode();
        var answer = JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancellationToken), OffloadJson.Default.TokenAnswer);
        if (answer is not { AccessToken: { Length: > 0 } token })
        {
            throw new HttpRequestException("The token endpoint answered without a token.");
        }

        // A life shorter than what is kept off it still serves for half of itself.
        var life = TimeSpan.FromSeconds(Math.Clamp(answer.ExpiresIn, 0, 86_400));
        return new(token, now + (life > 2 * Early ? life - Early : life / 2));
    }

    private sealed record Held(string Token, DateTimeOffset Until);
}
