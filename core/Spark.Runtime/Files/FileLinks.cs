using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Spark.Messages;
using Spark.Runtime.Tokens;

namespace Spark.Runtime.Files;

/// <summary>
/// Signs links to files. The key lies in the database, with the files: whoever reads the one reads the others, and every node has it.
/// </summary>
public sealed class FileLinks(ISettingsStore settings, IOptions<KeptFileOptions> options, TimeProvider time)
{
    private const string Setting = "file-link-key";

    private FileSigner? signer;

    /// <summary>Gets the key, which is made at the first call.</summary>
    /// <exception cref="Stores.StoreUnavailableException">Trying again may help.</exception>
    public async ValueTask<FileSigner> OpenAsync(CancellationToken cancellationToken)
    {
        if (signer is { } known)
        {
            return known;
        }

        await settings.TryAddAsync(Setting, RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes), cancellationToken);
        return signer = new((await settings.FindAsync(Setting, cancellationToken))!, options.Value.LinkLife, time);
    }

    /// <summary>Makes the addresses of kept files anew, as <see cref="FileSigner.Renew"/> does. Without such a file nothing is read.</summary>
    /// <exception cref="Stores.StoreUnavailableException">Trying again may help.</exception>
    public async ValueTask<IReadOnlyList<MessagePart>> RenewAsync(IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken) =>
        FileSigner.HasKept(parts) ? (await OpenAsync(cancellationToken)).Renew(parts) : parts;
}
