using Spark.Plugins.Catalog;

namespace Spark.Cockpit.Plugins;

/// <summary>A plugin as administrators see it.</summary>
internal sealed record PluginView(
    string Id,
    string Version,
    PluginKind Kind,
    PluginStatus Status,
    string? Reason,
    IReadOnlyList<string> Findings,
    IReadOnlyList<string> Offers);
