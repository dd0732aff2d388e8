using Spark.Plugins.Catalog;

namespace Spark.Cockpit.Plugins;

/// <summary>A version of a plugin on a node.</summary>
/// <param name="Id">The plugin.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">The SHA-256 of the list of its files with theirs: the same where the same files lie.</param>
/// <param name="Status">How it stands there.</param>
internal sealed record NodePlugin(string Id, string Version, string Digest, PluginStatus Status);
