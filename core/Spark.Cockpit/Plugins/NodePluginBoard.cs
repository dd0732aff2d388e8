using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Spark.Plugins;
using Spark.Plugins.Installing;
using Spark.Runtime.Nodes;
using Spark.Runtime.Tokens;

namespace Spark.Cockpit.Plugins;

/// <summary>
/// Where the nodes of one database tell each other which plugins they run: a plugin is a folder of one machine, and nothing else says that
/// another one lacks it. All stand in one value; what two write at once one of them writes again.
/// </summary>
internal sealed class NodePluginBoard(PluginHost plugins, Node node, INodeStore nodes, ISettingsStore settings)
{
    private const string Board = "plugins-on-nodes";

    private readonly ConcurrentDictionary<string, string> digests = new(StringComparer.Ordinal);

    /// <summary>Tells what lies here, unless the board says so already, and takes nodes off it that are gone.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (node.Id == 0)
        {
            return;
        }

        var living = await LivingAsync(cancellationToken);
        var kept = await ReadAsync(cancellationToken);
        var me = Key(node.Id);
        var mine = new NodePlugins(living.GetValueOrDefault(me, ""), IsHere: false, await HereAsync(cancellationToken));
        if (kept.TryGetValue(me, out var known) && known.Node == mine.Node && known.Plugins.SequenceEqual(mine.Plugins) && kept.Keys.All(living.ContainsKey))
        {
            return;
        }

        var next = kept.Where(one => living.ContainsKey(one.Key)).ToDictionary(StringComparer.Ordinal);
        next[me] = mine;
        await settings.PutAsync(Board, JsonSerializer.SerializeToUtf8Bytes(next, NodePluginJson.Default.DictionaryStringNodePlugins), cancellationToken);
    }

    /// <summary>What each living node has told; nothing of one that has not yet.</summary>
    public async Task<IReadOnlyList<NodePlugins>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var living = await LivingAsync(cancellationToken);
        var me = Key(node.Id);
        return
        [
            .. (await ReadAsync(cancellationToken)).Where(one => living.ContainsKey(one.Key))
                .Select(one => one.Value with { IsHere = one.Key == me })
                .OrderBy(one => one.Node, StringComparer.Ordinal),
        ];
    }

    private async Task<Dictionary<string, string>> LivingAsync(CancellationToken cancellationToken) =>
        (await nodes.ListAsync(cancellationToken)).ToDictionary(one => Key(one.Id), one => one.Name, StringComparer.Ordinal);

    private async Task<Dictionary<string, NodePlugins>> ReadAsync(CancellationToken cancellationToken) =>
        await settings.FindAsync(Board, cancellationToken) is { } kept ? JsonSerializer.Deserialize(kept, NodePluginJson.Default.DictionaryStringNodePlugins)! : [];

    private async Task<IReadOnlyList<NodePlugin>> HereAsync(CancellationToken cancellationToken)
    {
        var here = new List<NodePlugin>();
        foreach (var plugin in plugins.Catalog.Plugins.OrderBy(plugin => plugin.Id, StringComparer.Ordinal).ThenBy(plugin => plugin.Version, StringComparer.Ordinal))
        {
            here.Add(new(plugin.Id, plugin.Version, await DigestAsync(plugin.Folder, cancellationToken), plugin.Status));
        }

        return here;
    }

    // A folder of a version does not change; one that has gone has no files any more. What could not be read is read again.
    private async Task<string> DigestAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            return "";
        }

        return digests.TryGetValue(folder, out var known) ? known : digests.GetOrAdd(folder, await FolderDigest.OfAsync(folder, cancellationToken));
    }

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);
}
