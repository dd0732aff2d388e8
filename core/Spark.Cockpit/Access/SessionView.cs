using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>Who is signed in.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Display">What others read.</param>
/// <param name="Role">What they are.</param>
/// <param name="Rights">What they may do.</param>
/// <param name="Csrf">What every change must bring.</param>
internal sealed record SessionView(string Name, string Display, Role Role, IReadOnlyList<Right> Rights, string? Csrf)
{
    public static SessionView Of(Operator who) => new(who.Name, who.Display, who.Role, [.. Roles.RightsOf(who.Role).Order()], who.Session?.Csrf);
}
