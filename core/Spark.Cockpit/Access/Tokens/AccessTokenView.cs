using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access.Tokens;

/// <summary>A token, without what is brought.</summary>
internal sealed record AccessTokenView(
    string Id,
    string Name,
    IReadOnlyList<Right> Rights,
    IReadOnlyList<string>? Bots,
    string MadeBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? UsedAt)
{
    public static AccessTokenView Of(AccessToken token) => new(
        token.Id, token.Name, [.. AccessTokens.Read(token.Rights).Order()], token.Bots, token.MadeBy, token.CreatedAt, token.ExpiresAt, token.UsedAt);
}
