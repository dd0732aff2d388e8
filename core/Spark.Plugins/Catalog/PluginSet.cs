using Spark.Engine.Reading;
using Spark.Plugins.Loading;
using Spark.Plugins.Manifests;

namespace Spark.Plugins.Catalog;

/// <summary>Brings the installed plugins from their folders into memory: one version of each, no two with one offer.</summary>
internal sealed class PluginSet(PluginLoader loader)
{
    public async Task<(IReadOnlyList<PluginEntry> Entries, IReadOnlyList<Finding> Findings)> LoadAsync(
        IReadOnlyList<string> roots, CancellationToken cancellationToken)
    {
        var (folders, findings) = PluginFinder.Find(roots);
        var entries = new List<PluginEntry>();
        foreach (var versions in folders.GroupBy(folder => (folder.Kind, folder.Id)))
        {
            entries.AddRange(Choose(versions));
        }

        await Task.WhenAll(entries
            .Where(entry => entry.Status == PluginStatus.Discovered)
            .Select(entry => StartAsync(entry, cancellationToken)));

        RefuseConflicts(entries);
        return (entries, findings);
    }

    /// <summary>All versions of one plugin, the highest first; only that one stays to be loaded.</summary>
    private static List<PluginEntry> Choose(IEnumerable<PluginFolder> versions)
    {
        var ordered = versions
            .OrderByDescending(folder => Version.TryParse(folder.Version, out var version) ? version : new Version(0, 0))
            .Select(folder => new PluginEntry(folder))
            .ToList();
        var used = ordered[0].Folder;
        var twins = ordered.Where(entry => string.Equals(entry.Folder.Version, used.Version, StringComparison.Ordinal)).ToList();
        foreach (var entry in ordered.Except(twins))
        {
            entry.Manifest = ManifestReader.Read(entry.Folder).Manifest;
            entry.Move(PluginStatus.Disabled, $"Version {used.Version} is installed too, and the highest is used.");
        }

        if (twins.Count > 1)
        {
            Refuse(
                twins,
                CatalogCodes.SameVersion,
                $"The plugin '{used.Id}' {used.Version} is installed twice: in {string.Join(" and in ", twins.Select(twin => twin.Folder.Path))}.",
                "Remove one of the folders; until then neither is used.");
        }

        return ordered;
    }

    private async Task StartAsync(PluginEntry entry, CancellationToken cancellationToken)
    {
        var reading = ManifestReader.Read(entry.Folder);
        if (reading.Manifest is not { } manifest)
        {
            entry.Move(PluginStatus.Incompatible, found: reading.Findings);
            return;
        }

        entry.Manifest = manifest;
        entry.Move(PluginStatus.Starting);
        var result = await loader.LoadAsync(manifest, entry.Folder, entry.Gate, cancellationToken);
        if (result.Plugin is { } plugin)
        {
            entry.Run(plugin);
        }
        else
        {
            entry.Move(PluginStatus.Faulted, found: result.Findings);
        }
    }

    private static void RefuseConflicts(List<PluginEntry> entries)
    {
        var conflicts = entries
            .SelectMany(entry => entry.Offers.Select(offer => (Entry: entry, offer.Description)))
            .GroupBy(offer => (offer.Description.Kind, offer.Description.Id))
            .Where(group => group.Skip(1).Any())
            .Select(group => (group.Key, Entries: group.Select(offer => offer.Entry).ToList()))
            .ToList();
        foreach (var (key, rivals) in conflicts)
        {
            Refuse(
                rivals,
                CatalogCodes.Conflict,
                $"The plugins {string.Join(" and ", rivals.Select(rival => $"'{rival.Folder.Id}'"))} both offer the {PluginKinds.Name(key.Kind)} '{key.Id}'.",
                "Remove one of them; until then neither is used.");
        }

        foreach (var rival in conflicts.SelectMany(conflict => conflict.Entries).Distinct())
        {
            rival.Unload(PluginStatus.Faulted);
        }
    }

    private static void Refuse(List<PluginEntry> entries, string code, string message, string remedy)
    {
        foreach (var entry in entries)
        {
            entry.Move(PluginStatus.Faulted, found: [Problem.In(code, entry.Folder.Path, message, remedy)]);
        }
    }
}
