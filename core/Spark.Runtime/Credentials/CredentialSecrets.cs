namespace Spark.Runtime.Credentials;

/// <summary>The secrets of a credential. Administrators give them and nobody reads them back.</summary>
public sealed record CredentialSecrets
{
    /// <summary>For basic and password.</summary>
    public string? Password { get; set; }

    /// <summary>For bearer.</summary>
    public string? Token { get; set; }

    /// <summary>For an API key.</summary>
    public string? Key { get; set; }

    /// <summary>For OAuth 2.0.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>For JWT bearer, as PEM: an RSA or EC key.</summary>
    public string? PrivateKey { get; set; }

    /// <summary>For mutual TLS, as PEM: the certificate and its private key.</summary>
    public string? Certificate { get; set; }

    /// <summary>For an authorization code: what the far side gave, to fetch further tokens with.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>For an authorization code: the token that holds now.</summary>
    public string? AccessToken { get; set; }

    /// <summary>When <see cref="AccessToken"/> ends.</summary>
    public DateTimeOffset? AccessTokenEndsAt { get; set; }

    /// <summary>The secrets themselves.</summary>
    public IEnumerable<string> All() => new[] { Password, Token, Key, ClientSecret, PrivateKey, Certificate, RefreshToken, AccessToken }.OfType<string>();

    /// <summary>The names of those that are set, as administrators give them.</summary>
    public IReadOnlyList<string> Names() =>
    [
        .. new[]
        {
            ("password", Password), ("token", Token), ("key", Key), ("clientSecret", ClientSecret), ("privateKey", PrivateKey),
            ("certificate", Certificate), ("refreshToken", RefreshToken),
        }.Where(secret => secret.Item2 is not null).Select(secret => secret.Item1),
    ];

    /// <summary>These, and of the others those that are not among them.</summary>
    /// <param name="others">What was there before.</param>
    public CredentialSecrets Or(CredentialSecrets others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new()
        {
            Password = Password ?? others.Password,
            Token = Token ?? others.Token,
            Key = Key ?? others.Key,
            ClientSecret = ClientSecret ?? others.ClientSecret,
            PrivateKey = PrivateKey ?? others.PrivateKey,
            Certificate = Certificate ?? others.Certificate,
            RefreshToken = RefreshToken ?? others.RefreshToken,
            AccessToken = AccessToken ?? others.AccessToken,
            AccessTokenEndsAt = AccessToken is null ? others.AccessTokenEndsAt : AccessTokenEndsAt,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(CredentialSecrets);
}
