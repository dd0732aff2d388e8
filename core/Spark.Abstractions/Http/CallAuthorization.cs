using System.Net.Http.Headers;
using System.Text;

namespace Spark.Http;

/// <summary>Says in requests who calls. Since contract 1.4.</summary>
public sealed class CallAuthorization : IDisposable
{
    private readonly Action<HttpRequestMessage>? put;
    private readonly TokenSource? tokens;

    private CallAuthorization(Action<HttpRequestMessage>? put, TokenSource? tokens = null)
    {
        this.put = put;
        this.tokens = tokens;
    }

    /// <summary>Nobody is named.</summary>
    public static CallAuthorization None { get; } = new(put: null);

    /// <summary>True when a refusal may only mean that a token has ended early: the call was not made and can be, with another one.</summary>
    public bool CanRenew => tokens is not null;

    /// <summary>User and password (RFC 7617).</summary>
    /// <param name="user">The user, without a colon.</param>
    /// <param name="password">The password.</param>
    public static CallAuthorization Basic(string user, string password) =>
        In("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    /// <summary>A token that does not change (RFC 6750).</summary>
    /// <param name="token">The token.</param>
    public static CallAuthorization Bearer(string token) => In("Bearer", token);

    /// <summary>A key in a header.</summary>
    /// <param name="header">The header.</param>
    /// <param name="key">The key.</param>
    public static CallAuthorization KeyInHeader(string header, string key) => new(request =>
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, key);
    });

    /// <summary>A key in the query, for a far side that takes it nowhere else.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="key">The key.</param>
    public static CallAuthorization KeyInQuery(string parameter, string key) => new(request =>
    {
        var target = request.RequestUri!.AbsoluteUri;
        var separator = target.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        request.RequestUri = new($"{target}{separator}{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(key)}");
    });

    /// <summary>Tokens of OAuth 2.0.</summary>
    /// <param name="tokens">Where they come from; it is disposed with this.</param>
    public static CallAuthorization By(TokenSource tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new(put: null, tokens);
    }

    /// <summary>Says in a request who calls.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refused">A token that was refused just now; null for none.</param>
    /// <param name="cancellationToken">Ends the wait for a token.</param>
    /// <returns>The token that was used, where one was fetched.</returns>
    /// <exception cref="CredentialsRejectedException">The token address refuses.</exception>
    /// <exception cref="HttpRequestException">The token address cannot be reached, or gives no token.</exception>
    public async ValueTask<string?> ApplyAsync(HttpRequestMessage request, string? refused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        put?.Invoke(request);
        if (tokens is null)
        {
            return null;
        }

        var token = await tokens.GetAsync(refused, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return token;
    }

    /// <inheritdoc/>
    public void Dispose() => tokens?.Dispose();

    private static CallAuthorization In(string scheme, string value) =>
        new(request => request.Headers.Authorization = new AuthenticationHeaderValue(scheme, value));
}
