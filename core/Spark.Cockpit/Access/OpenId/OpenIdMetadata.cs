using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>Asks a provider for its metadata and its keys, and remembers the answer (OpenID Connect Discovery 1.0).</summary>
internal sealed class OpenIdMetadata(OpenIdSettings settings, HttpClient http, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim one = new(1, 1);
    private OpenIdProvider? known;

    /// <summary>What the provider says.</summary>
    /// <param name="missingKey">A key that a token names and that is not among those known: providers change theirs, so it is asked again, once a minute at the most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OpenIdRefusedException">The provider cannot be reached, or says what cannot be used.</exception>
    public async ValueTask<OpenIdProvider> GetAsync(string? missingKey, CancellationToken cancellationToken)
    {
        if (Usable(missingKey) is { } remembered)
        {
            return remembered;
        }

        await one.WaitAsync(cancellationToken);
        try
        {
            return Usable(missingKey) ?? (known = await ReadAsync(cancellationToken));
        }
        catch (Exception away) when (away is HttpRequestException or JsonException or KeyNotFoundException or UriFormatException or InvalidOperationException
            || (away is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new OpenIdRefusedException(OpenIdProblem.Unreachable, $"The metadata of {settings.Authority} cannot be read: {away.Message}", away);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private OpenIdProvider? Usable(string? missingKey)
    {
        var age = known is null ? TimeSpan.MaxValue : time.GetUtcNow() - known.ReadAt;
        var isKnown = missingKey is null || (known?.Keys.Any(key => key.KeyId == missingKey) ?? false);
        return age < (isKnown ? Fresh : AskAgainAfter) ? known : null;
    }

    private async Task<OpenIdProvider> ReadAsync(CancellationToken cancellationToken)
    {
        using var said = await GetJsonAsync(new Uri($"{settings.Authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration"), cancellationToken);
        var issuer = said.RootElement.GetProperty("issuer").GetString() ?? "";
        if (issuer.Length == 0 || issuer.Contains('{', StringComparison.Ordinal))
        {
            throw new OpenIdRefusedException(
                OpenIdProblem.Unreachable, $"{settings.Authority} signs for many issuers ('{issuer}'). Name your tenant in the authority, such as https://login.microsoftonline.com/TENANT/v2.0.");
        }

        var keys = await GetKeysAsync(Address(said.RootElement, "jwks_uri"), cancellationToken);
        return new(
            issuer,
            Address(said.RootElement, "authorization_endpoint"),
            Address(said.RootElement, "token_endpoint"),
            said.RootElement.TryGetProperty("end_session_endpoint", out _) ? Address(said.RootElement, "end_session_endpoint") : null,
            keys,
            time.GetUtcNow());
    }

    private async Task<IReadOnlyList<SecurityKey>> GetKeysAsync(Uri address, CancellationToken cancellationToken)
    {
        using var said = await GetJsonAsync(address, cancellationToken);
        return [.. new JsonWebKeySet(said.RootElement.GetRawText()).GetSigningKeys().Where(key => key is not SymmetricSecurityKey)];
    }

    private async Task<JsonDocument> GetJsonAsync(Uri address, CancellationToken cancellationToken)
    {
        await using var body = await http.GetStreamAsync(address, cancellationToken);
        return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
    }

    // What the metadata names is as safe on its way as the metadata itself.
    private Uri Address(JsonElement said, string name)
    {
        var address = new Uri(said.GetProperty(name).GetString() ?? "", UriKind.Absolute);
        return address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && settings.Authority.Scheme == Uri.UriSchemeHttp)
            ? address
            : throw new OpenIdRefusedException(OpenIdProblem.Unreachable, $"'{name}' of {settings.Authority} is no https address.");
    }
}
