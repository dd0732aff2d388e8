using System.Net.Http.Headers;
using System.Text;
using Spark.Runtime.Secrets;

namespace Spark.Runtime.Credentials;

/// <summary>A credential in use: the way out to its far side, and who calls.</summary>
internal sealed class CredentialSession : IDisposable
{
    private readonly CredentialSecrets secrets;
    private readonly TokenSource? tokens;

    public CredentialSession(
        Credential credential, CredentialSecrets secrets, HttpClient http, TimeProvider time, Func<CredentialSecrets, CancellationToken, Task> keep)
    {
        Credential = credential;
        Http = http;
        this.secrets = secrets;
        tokens = credential.Authorization.Type is AuthorizationKind.ClientCredentials or AuthorizationKind.AuthorizationCode
            or AuthorizationKind.Password or AuthorizationKind.JwtBearer
                ? new(credential, secrets, http, time, keep)
                : null;
    }

    public Credential Credential { get; }

    public HttpClient Http { get; }

    /// <summary>True when a refusal may only mean that a token has ended early: the call was not made and can be, with another one.</summary>
    public bool CanRenew => tokens is not null;

    /// <summary>Takes this credential's secrets out of texts.</summary>
    public SecretMask Mask => new(
    [
        .. secrets.All(),
        .. new[] { Pair, tokens?.Current }.OfType<string>(),
    ]);

    private string? Pair => Credential.Authorization.Type == AuthorizationKind.Basic
        ? $"{Credential.Authorization.User}:{secrets.Password}"
        : Credential.Authorization.ClientId is { } id ? $"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secrets.ClientSecret ?? "")}" : null;

    /// <summary>Says in a request who calls.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refused">A token that was refused just now.</param>
    /// <param name="cancellationToken">Ends the wait for a token.</param>
    /// <returns>The token that was used, where there is one.</returns>
    /// <exception cref="TokenRefusedException">No token was to be had.</exception>
    public async ValueTask<string?> ApplyAsync(HttpRequestMessage request, string? refused, CancellationToken cancellationToken)
    {
        var settings = Credential.Authorization;
        switch (settings.Type)
        {
            case AuthorizationKind.Basic:
                request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Pair!)));
                return null;
            case AuthorizationKind.Bearer:
                request.Headers.Authorization = new("Bearer", secrets.Token);
                return null;
            case AuthorizationKind.ApiKey when settings.Header is { Length: > 0 } header:
                request.Headers.Remove(header);
                request.Headers.TryAddWithoutValidation(header, secrets.Key);
                return null;
            case AuthorizationKind.ApiKey:
                var target = request.RequestUri!.AbsoluteUri;
                var separator = target.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                request.RequestUri = new($"{target}{separator}{Uri.EscapeDataString(settings.Query!)}={Uri.EscapeDataString(secrets.Key!)}");
                return null;
            case AuthorizationKind.None or AuthorizationKind.MutualTls:
                return null;
            default:
                var token = await tokens!.GetAsync(refused, cancellationToken);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                return token;
        }
    }

    public void Dispose()
    {
        tokens?.Dispose();
        Http.Dispose();
    }
}
