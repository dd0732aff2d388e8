namespace Spark.Cockpit.Access;

/// <summary>The accounts, by name.</summary>
internal sealed record AccountList(IReadOnlyList<AccountView> Accounts);
