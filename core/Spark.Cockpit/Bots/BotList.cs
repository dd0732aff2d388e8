namespace Spark.Cockpit.Bots;

/// <summary>The bots of a host, by id.</summary>
internal sealed record BotList(IReadOnlyList<BotLine> Bots);
