namespace Spark.Http;

/// <summary>
/// Fetches tokens of OAuth 2.0 and keeps each until shortly before its end. Any number of calls wait for one fetch. Since contract 1.4.
/// </summary>
/// <param name="http">The way out.</param>
/// <param name="time">The clock.</param>
/// <param name="ask">What is asked when a token is needed.</param>
public sealed class TokenSource(HttpClient http, TimeProvider time, Func<TokenRequest> ask) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim fetching = new(1, 1);

    // One reference: it is read beside a fetch that replaces it.
    private volatile Held? current;

    /// <summary>Keeps what was given before it is used, for a refresh token that holds only once; null to keep nothing.</summary>
    public Func<TokenGrant, CancellationToken, Task>? Keep { get; init; }

    /// <summary>The token that was fetched last; null before the first.</summary>
    public string? Current => current?.Token;

    /// <inheritdoc/>
    public void Dispose() => fetching.Dispose();

    /// <summary>Goes on with a token that was fetched before.</summary>
    /// <param name="token">The token.</param>
    /// <param name="endsAt">When it ends.</param>
    public void Resume(string token, DateTimeOffset endsAt) => current = new(token, endsAt - Early);

    /// <summary>The token to use now.</summary>
    /// <param name="refused">A token that the far side has just refused: another one is fetched, unless somebody has meanwhile.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CredentialsRejectedException">The token address refuses.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached, or gives no token.</exception>
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
        current is { } held && held.RenewAt > time.GetUtcNow() && !string.Equals(held.Token, refused, StringComparison.Ordinal) ? held.Token : null;

    private async Task<string> FetchAsync(CancellationToken cancellationToken)
    {
        var grant = await TokenGrant.FetchAsync(http, ask(), cancellationToken);

        // A token that lives shorter than our margin is used for half its life.
        current = new(grant.AccessToken, time.GetUtcNow() + (grant.Life > 2 * Early ? grant.Life - Early : grant.Life / 2));
        if (Keep is { } keep)
        {
            await keep(grant, cancellationToken);
        }

        return grant.AccessToken;
    }

    private sealed record Held(string Token, DateTimeOffset RenewAt);
}
