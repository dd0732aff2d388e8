using Spark.Engine.Reading;
using Spark.Plugins.Loading;
using Spark.Plugins.Manifests;

namespace Spark.Plugins.Catalog;

/// <summary>Brings the installed plugins from their folders into memory: one version of each, no two with one offer.</summary>
internal sealed class PluginSet(PluginLoader loader)
{
    public async Task<(IReadOnlyList<PluginEntry> Entries, IReadOnlyList<Finding> Findings)> LoadAsync(
        PluginSources sources, CancellationToken cancellationToken)
    {
        var (folders, findings) = PluginFinder.Find(sources.Roots);
        var entries = await StartAsync(folders, sources.SwitchedOff, cancellationToken);
        RefuseConflicts(entries);
        return (entries, findings);
    }

    /// <summary>Loads one plugin beside those that run: where it offers what one of them offers, it is the newcomer that is refused.</summary>
    public async Task<IReadOnlyList<PluginEntry>> LoadAsync(
        PluginSources sources, string id, IReadOnlyList<PluginEntry> others, CancellationToken cancellationToken)
    {
        var entries = await StartAsync(PluginFinder.Find(sources.Roots).Folders.Where(folder => folder.Id == id), sources.SwitchedOff, cancellationToken);
        RefuseConflicts(entries);
        var taken = others.SelectMany(other => other.Offers.Select(offer => (offer.Description.Kind, offer.Description.Id))).ToHashSet();
        foreach (var entry in entries)
        {
            if (entry.Offers.FirstOrDefault(offer => taken.Contains((offer.Description.Kind, offer.Description.Id))) is { } rival)
            {
                Refuse(
                    [entry],
                    CatalogCodes.Conflict,
                    $"The {PluginKinds.Name(rival.Description.Kind)} '{rival.Description.Id}' is offered by another plugin that runs.",
                    "Remove or disable that one first.");
                entry.Unload(PluginStatus.Faulted);
            }
        }

        return entries;
    }

    /// <summary>Lets go what was loaded and is not used.</summary>
    public static void Drop(IEnumerable<PluginEntry> fresh)
    {
        foreach (var entry in fresh.Where(entry => entry.Status == PluginStatus.Running))
        {
            entry.Unload(PluginStatus.Unloaded);
        }
    }

    /// <summary>In the order in which they are found, by kind and id.</summary>
    public static IReadOnlyList<PluginEntry> Ordered(IEnumerable<PluginEntry> entries) =>
        [.. entries.OrderBy(entry => PluginKinds.Name(entry.Folder.Kind), StringComparer.Ordinal).ThenBy(entry => entry.Folder.Id, StringComparer.Ordinal)];

    private async Task<List<PluginEntry>> StartAsync(IEnumerable<PluginFolder> folders, IReadOnlySet<string> switchedOff, CancellationToken cancellationToken)
    {
        var entries = new List<PluginEntry>();
        foreach (var versions in folders.GroupBy(folder => (folder.Kind, folder.Id)))
        {
            entries.AddRange(switchedOff.Contains(versions.Key.Id) ? Rest(versions) : Choose(versions));
        }

        await Task.WhenAll(entries
            .Where(entry => entry.Status == PluginStatus.Discovered)
            .Select(entry => StartAsync(entry, cancellationToken)));
        return entries;
    }

    private static List<PluginEntry> Rest(IEnumerable<PluginFolder> versions)
    {
        var entries = versions.Select(folder => new PluginEntry(folder) { Manifest = ManifestReader.Read(folder).Manifest, IsSwitchedOff = true }).ToList();
        foreach (var entry in entries)
        {
            entry.Move(PluginStatus.Disabled, "It was switched off in the cockpit.");
        }

        return entries;
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
