using System.Security.Claims;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>Who signed in, as a checked token says.</summary>
/// <param name="Issuer">Who vouches for them.</param>
/// <param name="Subject">Who they are there, for good.</param>
/// <param name="Name">What they would be called here.</param>
/// <param name="Display">What others read.</param>
/// <param name="Role">What their roles and groups make them.</param>
/// <param name="Bots">The only bots that these let them see to; null for all.</param>
internal sealed record OpenIdPerson(string Issuer, string Subject, string Name, string Display, Role Role, IReadOnlyList<string>? Bots)
{
    private const int LongestDisplay = 100;

    /// <summary>Reads the claims of a checked token.</summary>
    /// <exception cref="OpenIdRefusedException">None of their roles and groups is one that may sign in.</exception>
    public static OpenIdPerson Of(IReadOnlyList<Claim> claims, OpenIdSettings settings)
    {
        var held = claims.Where(claim => settings.RoleClaims.Contains(claim.Type, StringComparer.Ordinal)).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        var subject = Text("sub")!;
        var name = NameOf(Text("preferred_username") ?? Text("upn") ?? Text("email") ?? subject);
        var roles = settings.Roles.Where(pair => pair.Value.Any(held.Contains)).Select(pair => pair.Key).ToList();
        if (roles.Count == 0)
        {
            throw new OpenIdRefusedException(OpenIdProblem.NoRole, $"{name} may not sign in: none of their roles and groups is named under signIn in the environment file.");
        }

        var role = roles.Max();
        var bots = settings.Bots.Where(pair => pair.Value.Any(held.Contains)).Select(pair => pair.Key).ToList();
        var display = (Text("name") ?? name).Trim();
        return new(
            Text("iss")!,
            subject,
            name,
            display.Length == 0 ? name : display[..Math.Min(display.Length, LongestDisplay)],
            role,
            bots.Count == 0 || role == Role.Administrator ? null : bots);

        string? Text(string type) => claims.FirstOrDefault(claim => claim.Type == type)?.Value is { Length: > 0 } value ? value : null;
    }

    // Accounts are called by few letters; whatever else a name holds is shown in its place.
    private static string NameOf(string given)
    {
        var name = string.Concat(AccountName.Normal(given).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@' ? letter : '-'));
        name = name[..Math.Min(name.Length, AccountName.Longest)];
        return AccountName.IsWellFormed(name) ? name : name.Replace('@', '-');
    }
}
