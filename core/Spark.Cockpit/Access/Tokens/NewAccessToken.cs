namespace Spark.Cockpit.Access.Tokens;

/// <summary>A token that was just made.</summary>
/// <param name="Token">The token.</param>
/// <param name="Secret">What a script brings: it is shown this once.</param>
internal sealed record NewAccessToken(AccessTokenView Token, string Secret);
