using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>An account as administrators see it.</summary>
internal sealed record AccountView(string Name, string Display, Role Role, bool IsDisabled, DateTimeOffset CreatedAt, IReadOnlyList<string>? Bots, string? Issuer, string Edition)
{
    public static AccountView Of(Account account) => new(account.Name, account.Display, account.Role, account.IsDisabled, account.CreatedAt, account.Bots, account.Issuer, AccountEdition.Of(account));
}
