using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>Adds or changes an account.</summary>
/// <param name="Display">What others read.</param>
/// <param name="Role">What it is.</param>
/// <param name="IsDisabled">True when it may not sign in.</param>
/// <param name="Password">A new password; null to keep the one there is.</param>
/// <param name="Bots">The only bots that it sees to; null for all.</param>
internal sealed record AccountRequest(string Display, Role Role, bool IsDisabled, string? Password, IReadOnlyList<string>? Bots = null);
