using Spark.Runtime.Bots;

namespace Spark.Cockpit.Bots;

/// <summary>A release of a bot, and who stands on its version.</summary>
/// <param name="Release">The release.</param>
/// <param name="IsLive">True for the one that answers new conversations.</param>
/// <param name="Open">How many open conversations are pinned to the version.</param>
/// <param name="Misfits">Actions that the installed plugins do not offer any more as they were; null when no host runs that could tell.</param>
internal sealed record VersionLine(Release Release, bool IsLive, long Open, IReadOnlyList<string>? Misfits);
