using Spark.Plugins;
using Spark.Plugins.Catalog;
using Spark.Plugins.Instances;
using Spark.Runtime.Health;

namespace Spark.Host.Health;

/// <summary>
/// Ready means that all that the environment names was made. What a far side does later (refused credentials, an outage) is no reason to
/// take the node out: all nodes would go at once, and with them the channels that work. Metrics and the plugin list tell of that.
/// </summary>
internal sealed class PluginProbe(PluginHost plugins) : IReadinessProbe
{
    public string Name => "plugins";

    public ValueTask<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var missing = plugins.Catalog.Instances.Where(IsMissing).ToList();
        return ValueTask.FromResult(missing.Count == 0 ? null : string.Join(" ", missing.Select(Sentence)));
    }

    // One that failed later has no findings: those are of its making.
    private static bool IsMissing(InstanceReport instance) => instance.Kind != InstanceKind.Action
        && instance.Status is PluginStatus.Discovered or PluginStatus.Disabled or PluginStatus.Incompatible or PluginStatus.NeedsSettings
            or PluginStatus.Starting or PluginStatus.Draining or PluginStatus.Unloaded or PluginStatus.UnloadPending
            || instance is { Kind: not InstanceKind.Action, Status: PluginStatus.Faulted, Findings.Count: > 0 };

    private static string Sentence(InstanceReport instance) =>
        $"'{instance.Id}' is {instance.Status}{(instance.Reason is null ? "." : $": {instance.Reason}")}";
}
