using Microsoft.AspNetCore.Http;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>Who asks.</summary>
/// <param name="Name">The account's name; <see cref="Token"/> for who brings the admin token.</param>
/// <param name="Display">What others read.</param>
/// <param name="Role">What they are.</param>
/// <param name="Session">Their session; null for who brings the admin token.</param>
internal sealed record Operator(string Name, string Display, Role Role, Session? Session)
{
    /// <summary>The name of who brings the admin token: no account is called so.</summary>
    public const string Token = "(admin token)";

    /// <summary>Who asks in a request that was let through; null for a route that everybody reaches.</summary>
    public static Operator? Of(HttpContext http) => http.Items.TryGetValue(typeof(Operator), out var found) ? (Operator?)found : null;

    public bool May(Right right) => Roles.RightsOf(Role).Contains(right);

    public void Enter(HttpContext http) => http.Items[typeof(Operator)] = this;
}
