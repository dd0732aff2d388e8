namespace Spark.Cockpit.Plugins;

/// <summary>A plugin as administrators see it.</summary>
internal sealed record PluginView(
    string Id, string Kind, string? Version, string Status, string? Code, string? Reason, IReadOnlyList<string> Offers, IReadOnlyList<InstanceView> Instances);
