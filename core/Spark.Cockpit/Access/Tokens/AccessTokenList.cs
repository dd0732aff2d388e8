namespace Spark.Cockpit.Access.Tokens;

/// <summary>All tokens, the oldest first.</summary>
internal sealed record AccessTokenList(IReadOnlyList<AccessTokenView> Tokens);
