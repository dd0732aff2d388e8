using Microsoft.AspNetCore.Http;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>Who asks.</summary>
/// <param name="Name">The account's name; <see cref="Token"/> for who brings the admin token.</param>
/// <param name="Display">What others read.</param>
/// <param name="Role">What they are.</param>
/// <param name="Session">Their session; null for who brings a token.</param>
internal sealed record Operator(string Name, string Display, Role Role, Session? Session)
{
    /// <summary>The name of who brings the admin token: no account is called so.</summary>
    public const string Token = "(admin token)";

    /// <summary>The only bots that they see to; null for all.</summary>
    public IReadOnlyList<string>? Bots { get; init; }

    /// <summary>True when another system signs them in.</summary>
    public bool IsVouchedFor { get; init; }

    /// <summary>What they may do: what their role may, unless a token says less. Who sees to some bots only changes nothing of the whole house.</summary>
    public IReadOnlySet<Right> Rights
    {
        get => Bots is null ? field : Roles.WithinBots(field);
        init;
    } = Roles.RightsOf(Role);

    /// <summary>Who asks in a request that was let through; null for a route that everybody reaches.</summary>
    public static Operator? Of(HttpContext http) => http.Items.TryGetValue(typeof(Operator), out var found) ? (Operator?)found : null;

    public static Operator Of(Account account, Session session) => new(account.Name, account.Display, account.Role, session) { Bots = account.Bots, IsVouchedFor = account.Subject is not null };

    public bool May(Right right) => Rights.Contains(right);

    /// <summary>True when they see to a bot.</summary>
    public bool Reaches(string? bot) => Bots is null || (bot is not null && Bots.Contains(bot, StringComparer.Ordinal));

    /// <summary>True when they see to all of some bots, of which there must be one at least.</summary>
    public bool ReachesAll(IReadOnlyList<string> bots) => Bots is null || (bots.Count > 0 && bots.All(Reaches));

    public void Enter(HttpContext http) => http.Items[typeof(Operator)] = this;
}
