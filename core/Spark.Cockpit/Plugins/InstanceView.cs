using Spark.Plugins.Catalog;
using Spark.Plugins.Instances;

namespace Spark.Cockpit.Plugins;

/// <summary>A channel instance, a connection or an action as administrators see it.</summary>
internal sealed record InstanceView(string Id, InstanceKind Kind, string Plugin, PluginStatus Status, string? Reason);
