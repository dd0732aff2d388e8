namespace Spark.Cockpit.Bots;

/// <summary>That somebody works on a bot.</summary>
internal sealed record BotDraftLine(long Number, DateTimeOffset SavedAt, string SavedBy);
