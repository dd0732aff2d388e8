namespace Spark.Cockpit.Plugins;

/// <summary>A channel instance or connection as administrators see it.</summary>
internal sealed record InstanceView(string Id, string Kind, string Status, string? Reason);
