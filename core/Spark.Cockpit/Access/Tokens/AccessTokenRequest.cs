namespace Spark.Cockpit.Access.Tokens;

/// <summary>Asks for a token.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Rights">What it may do.</param>
/// <param name="Bots">The only bots that it sees to; null for all.</param>
/// <param name="Days">How many days it holds.</param>
internal sealed record AccessTokenRequest(string Name, IReadOnlyList<Right> Rights, IReadOnlyList<string>? Bots, int Days);
