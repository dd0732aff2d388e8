namespace Spark.Cockpit.Plugins;

/// <summary>The installed plugins, and the instances of what they offer.</summary>
internal sealed record PluginList(IReadOnlyList<PluginView> Plugins, IReadOnlyList<InstanceView> Instances);
