namespace Spark.Cockpit.Admin;

/// <summary>Who may reach the admin API besides needing its token.</summary>
/// <param name="AllowRemote">True when other machines may; otherwise only loopback.</param>
/// <param name="TokenHolder">How the audit calls who brings the token.</param>
public sealed record AdminAccess(bool AllowRemote, string TokenHolder = "admin");
