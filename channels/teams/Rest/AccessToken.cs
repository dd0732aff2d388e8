namespace Spark.Channels.Teams.Rest;

/// <summary>The bot's own token.</summary>
/// <param name="Value">What stands behind <c>Bearer</c>.</param>
/// <param name="RenewAt">When a new one is asked for, while this one still serves.</param>
/// <param name="UsableUntil">When it serves no more.</param>
internal sealed record AccessToken(string Value, DateTimeOffset RenewAt, DateTimeOffset UsableUntil);
