using System.Security.Cryptography;
using System.Text;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>Tells whether an account is still as somebody has read it.</summary>
internal static class AccountEdition
{
    /// <summary>The edition: a hash of all that can be changed of it, its password among that; empty where there is none.</summary>
    public static string Of(Account? account) => account is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(account))))[..32];

    // The name that is shown may hold anything, and so it stands at the end.
    private static string Text(Account account) => string.Join(
        '\n',
        FormattableString.Invariant($"{account.CreatedAt.ToUnixTimeMilliseconds()} {account.Role} {account.IsDisabled}"),
        Convert.ToHexString(account.Password),
        account.Bots is null ? "all" : $"only {string.Join(' ', account.Bots)}",
        account.Display);
}
