namespace Spark.Cockpit.Plugins;

/// <summary>The installed plugins, and the instances of what they offer.</summary>
/// <param name="Plugins">The plugins.</param>
/// <param name="Instances">The instances.</param>
/// <param name="MayInstall">True when the operator allows that plugins are installed here.</param>
/// <param name="Nodes">Which plugins lie on which node, as the nodes have told; a plugin is installed on one of them at a time.</param>
internal sealed record PluginList(IReadOnlyList<PluginView> Plugins, IReadOnlyList<InstanceView> Instances, bool MayInstall, IReadOnlyList<NodePlugins> Nodes);
