using Spark.Http;
using Spark.Runtime.Secrets;

namespace Spark.Runtime.Credentials;

/// <summary>A credential in use: the way out to its far side, and who calls.</summary>
internal sealed class CredentialSession : IDisposable
{
    private readonly CredentialSecrets secrets;
    private readonly CredentialTokens? tokens;
    private readonly CallAuthorization authorization;

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
        authorization = tokens is null ? Of(credential.Authorization, secrets) : CallAuthorization.By(tokens.Source);
    }

    public Credential Credential { get; }

    public HttpClient Http { get; }

    /// <summary>True when a refusal may only mean that a token has ended early: the call was not made and can be, with another one.</summary>
    public bool CanRenew => authorization.CanRenew;

    /// <summary>Takes this credential's secrets out of texts.</summary>
    public SecretMask Mask => new(
    [
        .. secrets.All(),
        .. new[] { Pair, tokens?.Source.Current }.OfType<string>(),
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
        try
        {
            return await authorization.ApplyAsync(request, refused, cancellationToken);
        }
        catch (Exception none) when (tokens is not null && none is CredentialsRejectedException or HttpRequestException or IOException)
        {
            throw tokens!.Told(none);
        }
    }

    public void Dispose()
    {
        authorization.Dispose();
        Http.Dispose();
    }

    private static CallAuthorization Of(Authorization settings, CredentialSecrets secrets) => settings.Type switch
    {
        AuthorizationKind.Basic => CallAuthorization.Basic(settings.User ?? "", secrets.Password ?? ""),
        AuthorizationKind.Bearer => CallAuthorization.Bearer(secrets.Token ?? ""),
        AuthorizationKind.ApiKey when settings.Header is { Length: > 0 } header => CallAuthorization.KeyInHeader(header, secrets.Key ?? ""),
        AuthorizationKind.ApiKey => CallAuthorization.KeyInQuery(settings.Query ?? "", secrets.Key ?? ""),
        _ => CallAuthorization.None,
    };
}
