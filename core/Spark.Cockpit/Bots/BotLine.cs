namespace Spark.Cockpit.Bots;

/// <summary>A bot in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that answers new conversations.</param>
/// <param name="Open">How many open conversations it has, in all versions.</param>
/// <param name="Channels">The channel instances that it answers on.</param>
/// <param name="Draft">What somebody works on; null when nobody does.</param>
internal sealed record BotLine(string Id, string Version, long Open, IReadOnlyList<string> Channels, BotDraftLine? Draft);
