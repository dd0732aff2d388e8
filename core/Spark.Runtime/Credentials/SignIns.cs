using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spark.Runtime.Configuration;
using Spark.Runtime.Tokens;

namespace Spark.Runtime.Credentials;

/// <summary>
/// Signs administrators in for credentials with an authorization code (RFC 6749, 4.1, with PKCE, RFC 7636). What was begun on one node may
/// be ended on another; a state is good once, for ten minutes.
/// </summary>
public sealed class SignIns
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ConfigurationCatalog catalog;
    private readonly CredentialSessions sessions;
    private readonly ISettingsStore settings;
    private readonly TimeProvider time;

    internal SignIns(ConfigurationCatalog catalog, CredentialSessions sessions, ISettingsStore settings, TimeProvider time)
    {
        this.catalog = catalog;
        this.sessions = sessions;
        this.settings = settings;
        this.time = time;
    }

    /// <summary>Begins to sign in.</summary>
    /// <param name="name">The credential.</param>
    /// <param name="redirect">Where the far side sends the administrator back to.</param>
    /// <param name="by">Who begins it, for the audit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where to sign in; null when there is no such credential, or nobody signs in for it.</returns>
    public async Task<Uri?> BeginAsync(string name, Uri redirect, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        if ((await catalog.ReadAsync(cancellationToken)).Credentials.GetValueOrDefault(name)?.Value.Authorization is not
            { Type: AuthorizationKind.AuthorizationCode, AuthorizationUrl: { } address } authorization)
        {
            return null;
        }

        var (state, verifier) = (Random(), Random());
        var begun = new SignIn { Credential = name, Verifier = verifier, Redirect = redirect, By = by, EndsAt = time.GetUtcNow() + Life };
        await settings.PutAsync(SettingOf(state), JsonSerializer.SerializeToUtf8Bytes(begun, ConfigurationJson.Default.SignIn), cancellationToken);
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = authorization.ClientId,
            ["redirect_uri"] = redirect.AbsoluteUri,
            ["scope"] = authorization.Scope,
            ["state"] = state,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        };
        var asked = string.Join('&', query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"));
        return new($"{address.AbsoluteUri}{(address.Query.Length > 0 ? '&' : '?')}{asked}");
    }

    /// <summary>Ends it with what the far side has sent the administrator back with.</summary>
    public async Task<SignInEnd> EndAsync(string state, string code, CancellationToken cancellationToken)
    {
        var stored = await settings.FindAsync(SettingOf(state), cancellationToken);
        var begun = stored is { Length: > 0 } ? JsonSerializer.Deserialize(stored, ConfigurationJson.Default.SignIn) : null;
        if (begun is null || begun.EndsAt < time.GetUtcNow())
        {
            return new(null, null, "This sign-in was not begun here, was ended already, or is too old: begin it again.");
        }

        await settings.PutAsync(SettingOf(state), [], cancellationToken);
        return new(begun.Credential, begun.By, await EndAsync(begun, code, cancellationToken));
    }

    private async Task<string?> EndAsync(SignIn begun, string code, CancellationToken cancellationToken)
    {
        if ((await catalog.ReadAsync(cancellationToken)).Credentials.GetValueOrDefault(begun.Credential) is not { } credential)
        {
            return $"There is no credential '{begun.Credential}' any more.";
        }

        var secrets = sessions.Open(credential);
        using var session = sessions.Make(credential.Value, secrets, (_, _) => Task.CompletedTask);
        try
        {
            var given = await CodeExchange.SendAsync(credential.Value, secrets, begun, code, session.Http, time, cancellationToken);
            return await catalog.PutAsync(sessions.Close(credential.Value, given), credential.Item.Edition, cancellationToken) is null
                ? "The credential was changed meanwhile: sign in again."
                : null;
        }
        catch (TokenRefusedException refused)
        {
            return refused.Message;
        }
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    // Whoever reads the database learns no state that is still good.
    private static string SettingOf(string state) => $"sign-in-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))}";
}
