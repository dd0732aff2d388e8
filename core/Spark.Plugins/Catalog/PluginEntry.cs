using Spark.Engine.Reading;
using Spark.Plugins.Loading;
using Spark.Plugins.Manifests;
using Spark.Plugins.Supervision;

namespace Spark.Plugins.Catalog;

/// <summary>One installed version of a plugin, from its folder to its end.</summary>
internal sealed class PluginEntry(PluginFolder folder)
{
    private readonly Lock gate = new();
    private PluginStatus status = PluginStatus.Discovered;
    private string? reason;
    private IReadOnlyList<Finding> findings = [];
    private LoadedPlugin? loaded;

    public PluginFolder Folder => folder;

    public PluginManifest? Manifest { get; set; }

    /// <summary>True when somebody has switched it off.</summary>
    public bool IsSwitchedOff { get; init; }

    public CallGate Gate { get; } = new();

    public PluginStatus Status
    {
        get
        {
            lock (gate)
            {
                return status == PluginStatus.UnloadPending && loaded is not { IsInMemory: true } ? PluginStatus.Unloaded : status;
            }
        }
    }

    public IReadOnlyList<IOffer> Offers
    {
        get
        {
            lock (gate)
            {
                return status == PluginStatus.Running ? loaded?.Offers ?? [] : [];
            }
        }
    }

    public void Move(PluginStatus to, string? why = null, IReadOnlyList<Finding>? found = null)
    {
        lock (gate)
        {
            status = to;
            reason = why ?? (found is [var first, ..] ? first.Message : null);
            findings = found ?? findings;
        }
    }

    public void Run(LoadedPlugin plugin)
    {
        lock (gate)
        {
            loaded = plugin;
            status = PluginStatus.Running;
            reason = null;
        }
    }

    /// <summary>Lets the plugin go; it leaves the memory when nothing refers to it any more.</summary>
    public void Unload(PluginStatus afterwards)
    {
        lock (gate)
        {
            loaded?.Unload();
            status = afterwards;
        }
    }

    public PluginReport Report()
    {
        lock (gate)
        {
            return new()
            {
                Id = folder.Id,
                Version = folder.Version,
                Kind = folder.Kind,
                Name = Manifest?.Name ?? folder.Id,
                Owner = Manifest?.Owner,
                Folder = folder.Path,
                Contracts = Manifest?.Contracts,
                WishedPaths = Manifest?.Paths ?? [],
                IsSwitchedOff = IsSwitchedOff,
                Status = Status,
                Reason = reason,
                Findings = findings,
                Offers = [.. Offers.Select(offer => offer.Description)],
            };
        }
    }
}
