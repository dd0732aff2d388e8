using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Spark.Runtime.Tokens;

/// <summary>The bearer token of the admin API. Shown once, when it is made; only its hash is kept.</summary>
public sealed class AdminToken(ISettingsStore settings)
{
    private const string Setting = "admin-token-sha256";
    private const int Size = 32;

    /// <summary>Makes the token at the first start.</summary>
    /// <returns>The token, to be shown; null when there is one already.</returns>
    public async Task<string?> CreateAsync(CancellationToken cancellationToken)
    {
        var token = New();
        return await settings.TryAddAsync(Setting, Hash(token), cancellationToken) ? token : null;
    }

    /// <summary>Makes a new token in place of the old one, which ends at once.</summary>
    public async Task<string> RotateAsync(CancellationToken cancellationToken)
    {
        var token = New();
        await settings.PutAsync(Setting, Hash(token), cancellationToken);
        return token;
    }

    /// <summary>True when it is the token.</summary>
    public async Task<bool> VerifyAsync(string? token, CancellationToken cancellationToken)
    {
        var stored = await settings.FindAsync(Setting, cancellationToken);
        return stored is not null && token is not null && CryptographicOperations.FixedTimeEquals(stored, Hash(token));
    }

    private static string New()
    {
        Span<byte> random = stackalloc byte[Size];
        RandomNumberGenerator.Fill(random);
        return Base64Url.EncodeToString(random);
    }

    // Thirty-two random bytes cannot be guessed: a slow hash would protect nothing more.
    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
