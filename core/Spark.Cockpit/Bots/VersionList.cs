namespace Spark.Cockpit.Bots;

/// <summary>The releases of a bot, the newest first.</summary>
/// <param name="Bot">The bot's id.</param>
/// <param name="IsOff">True when it is switched off.</param>
/// <param name="Versions">The releases.</param>
internal sealed record VersionList(string Bot, bool IsOff, IReadOnlyList<VersionLine> Versions);
