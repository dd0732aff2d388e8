namespace Spark.Cockpit.Plugins;

/// <summary>The plugins of one node, as it has told last.</summary>
/// <param name="Node">Its machine and process.</param>
/// <param name="IsHere">True for the node that answers.</param>
/// <param name="Plugins">What lies there.</param>
internal sealed record NodePlugins(string Node, bool IsHere, IReadOnlyList<NodePlugin> Plugins);
