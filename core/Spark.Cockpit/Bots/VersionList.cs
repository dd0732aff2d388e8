namespace Spark.Cockpit.Bots;

/// <summary>The releases of a bot, the newest first.</summary>
/// <param name="Bot">The bot's id.</param>
/// <param name="Versions">The releases.</param>
internal sealed record VersionList(string Bot, IReadOnlyList<VersionLine> Versions);
