using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>Who is signed in.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Display">What others read.</param>
/// <param name="Role">What they are.</param>
/// <param name="Rights">What they may do.</param>
/// <param name="Csrf">What every change must bring.</param>
/// <param name="Bots">The only bots that they see to; null for all.</param>
/// <param name="IsVouchedFor">True when another system signs them in: they have no password here.</param>
internal sealed record SessionView(string Name, string Display, Role Role, IReadOnlyList<Right> Rights, string? Csrf, IReadOnlyList<string>? Bots = null, bool IsVouchedFor = false)
{
    public static SessionView Of(Operator who) => new(who.Name, who.Display, who.Role, [.. who.Rights.Order()], who.Session?.Csrf, who.Bots, who.IsVouchedFor);
}
