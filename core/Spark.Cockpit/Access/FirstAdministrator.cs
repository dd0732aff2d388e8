using System.Security.Cryptography;
using System.Text;
using Spark.Runtime.Accounts;
using Spark.Runtime.Tokens;

namespace Spark.Cockpit.Access;

/// <summary>The link by which the first administrator is made. It holds until there is one, and each start without one makes a new link.</summary>
public sealed class FirstAdministrator(IAccountStore accounts, ISettingsStore settings)
{
    private const string Setting = "cockpit-first-sha256";

    /// <summary>Makes the link's code.</summary>
    /// <returns>The code, to be shown; null when there is an administrator already.</returns>
    public async Task<string?> CreateCodeAsync(CancellationToken cancellationToken)
    {
        if ((await accounts.ListAsync(cancellationToken)).Any(account => account is { Role: Role.Administrator, IsDisabled: false }))
        {
            return null;
        }

        var code = SessionDesk.NewSecret();
        await settings.PutAsync(Setting, Hash(code), cancellationToken);
        return code;
    }

    /// <summary>True when it is the code of the last link, and nobody has used it.</summary>
    internal async Task<bool> VerifyAsync(string code, CancellationToken cancellationToken) =>
        await settings.FindAsync(Setting, cancellationToken) is { Length: > 0 } stored && CryptographicOperations.FixedTimeEquals(stored, Hash(code));

    /// <summary>Makes the account, unless somebody was faster; the code ends.</summary>
    internal async Task<bool> TryMakeAsync(Account account, CancellationToken cancellationToken)
    {
        if (!await accounts.TryAddAsync(account, onlyFirst: true, cancellationToken))
        {
            return false;
        }

        await settings.PutAsync(Setting, [], cancellationToken);
        return true;
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
