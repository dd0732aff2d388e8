using System.Globalization;
using System.Net;
using Spark.Http;

namespace Spark.Runtime.Credentials;

/// <summary>The tokens of a credential: how they are asked for, and in which words a refusal is told.</summary>
internal sealed class CredentialTokens
{
    private const string JwtBearerGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private readonly Credential credential;
    private readonly TimeProvider time;
    private readonly Func<CredentialSecrets, CancellationToken, Task> keep;
    private CredentialSecrets secrets;

    /// <param name="credential">The credential.</param>
    /// <param name="secrets">Its secrets, perhaps with a token that was fetched before.</param>
    /// <param name="http">The way to the token address.</param>
    /// <param name="time">The clock.</param>
    /// <param name="keep">Keeps secrets that have changed.</param>
    public CredentialTokens(
        Credential credential, CredentialSecrets secrets, HttpClient http, TimeProvider time, Func<CredentialSecrets, CancellationToken, Task> keep)
    {
        (this.credential, this.secrets, this.time, this.keep) = (credential, secrets, time, keep);
        Source = new(http, time, Request) { Keep = credential.Authorization.Type == AuthorizationKind.AuthorizationCode ? KeepAsync : null };
        if (secrets is { AccessToken: { } token, AccessTokenEndsAt: { } ends })
        {
            Source.Resume(token, ends);
        }
    }

    /// <summary>Where the tokens come from.</summary>
    public TokenSource Source { get; }

    /// <summary>The same refusal in a sentence for the operator.</summary>
    public TokenRefusedException Told(Exception refused)
    {
        var none = refused as HttpRequestException ?? refused.InnerException as HttpRequestException;
        if (none?.StatusCode is { } status)
        {
            var what = status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? "refuses" : "gives no token to";
            return new(string.Create(CultureInfo.InvariantCulture, $"The token address {what} credential '{credential.Name}', with status {(int)status}."));
        }

        var sentence = refused.Message.StartsWith("SPK", StringComparison.Ordinal) ? refused.Message : $"{none?.HttpRequestError ?? HttpRequestError.Unknown}.";
        return new($"The token address of credential '{credential.Name}' cannot be reached: {sentence}");
    }

    // A refresh token may hold only once: what the far side gave is kept before it is used.
    private Task KeepAsync(TokenGrant grant, CancellationToken cancellationToken)
    {
        secrets = secrets with { AccessToken = grant.AccessToken, AccessTokenEndsAt = time.GetUtcNow() + grant.Life, RefreshToken = grant.RefreshToken ?? secrets.RefreshToken };
        return keep(secrets, cancellationToken);
    }

    private TokenRequest Request()
    {
        var settings = credential.Authorization;
        List<KeyValuePair<string, string?>> fields = settings.Type switch
        {
            AuthorizationKind.Password => [new("grant_type", "password"), new("username", settings.User), new("password", secrets.Password)],
            AuthorizationKind.AuthorizationCode => [new("grant_type", "refresh_token"), new("refresh_token", secrets.RefreshToken ?? throw NobodySignedIn())],
            AuthorizationKind.JwtBearer => [new("grant_type", JwtBearerGrant), new("assertion", Assertion.Sign(settings, secrets, time.GetUtcNow()))],
            _ => [new("grant_type", "client_credentials")],
        };
        fields.Add(new("scope", settings.Scope));

        // An assertion says itself who speaks, and for whom.
        var isAssertion = settings.Type == AuthorizationKind.JwtBearer;
        if (!isAssertion)
        {
            fields.Add(new("audience", settings.Audience));
        }

        return new()
        {
            Address = settings.TokenUrl!,
            Fields = fields,
            ClientId = isAssertion ? null : settings.ClientId,
            ClientSecret = isAssertion ? null : secrets.ClientSecret,
            ClientInBody = !isAssertion && settings.ClientInBody,
        };
    }

    private TokenRefusedException NobodySignedIn() =>
        new($"Nobody has signed in for credential '{credential.Name}' yet: do it with 'spark credential authorize {credential.Name}'.");
}
