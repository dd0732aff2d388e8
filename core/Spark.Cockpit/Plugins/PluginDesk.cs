using System.Text.Json;
using Spark.Engine.Reading;
using Spark.Plugins;
using Spark.Plugins.Catalog;
using Spark.Plugins.Installing;
using Spark.Runtime.Bots;
using Spark.Runtime.Tokens;

namespace Spark.Cockpit.Plugins;

/// <summary>Installs plugins on the running host, lets them run again, and takes them away.</summary>
internal sealed class PluginDesk(PluginHost plugins, PluginInstallation installation, ISettingsStore settings, StandingMisfits misfits) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    public void Dispose() => one.Dispose();

    /// <summary>What a plugin that waits would do to who stands where, as far as its files tell; nothing of it runs.</summary>
    public async Task<PluginOffered> DescribeAsync(PluginCandidate candidate, CancellationToken cancellationToken)
    {
        var now = plugins.Catalog;
        var running = now.Plugins.FirstOrDefault(plugin => plugin.Id == candidate.Id && plugin.Status == PluginStatus.Running);
        var schemas = now.Offers.ActionSchemas.ToDictionary(StringComparer.Ordinal);
        foreach (var (action, schema) in candidate.ActionSchemas)
        {
            schemas[action] = schema;
        }

        // What has a schema beside it now, and none beside it then, is taken to be gone: its files tell no more, and nothing of it runs.
        var gone = Schemas(running).Except(candidate.ActionSchemas.Keys, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var offers = now.Offers with { ActionSchemas = schemas, Actions = now.Offers.Actions.Where(action => !gone.Contains(action)).ToHashSet(StringComparer.Ordinal) };
        return new(
            candidate.Digest, candidate.Id, candidate.Name, candidate.Version, candidate.Kind, candidate.Owner, candidate.Contracts.ToString(), candidate.Permissions,
            candidate.Files, candidate.Bytes, running?.Version,
            await misfits.FindAsync(offers, cancellationToken));
    }

    private static IEnumerable<string> Schemas(PluginReport? running) => (running?.Offers ?? [])
        .Where(offer => offer.Kind == PluginKind.Action && File.Exists(Path.Combine(running!.Folder, $"{offer.Id}.schema.json")))
        .Select(offer => offer.Id);

    /// <summary>Installs what waits, and lets it run. What cannot run is taken away again.</summary>
    public async Task<(PluginAnswer? Answer, IReadOnlyList<Finding> Findings)> InstallAsync(string digest, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var (id, folder, problem) = await installation.Stage!.InstallAsync(digest, cancellationToken);
            if (id is null)
            {
                return (null, [problem!]);
            }

            var change = await plugins.ReloadAsync(id, isSwitchedOff: null, CancellationToken.None);
            if (change.Findings.Any(finding => finding.Level == FindingLevel.Error))
            {
                installation.Stage.Remove(folder!);
                if (change.IsDone)
                {
                    await plugins.ReloadAsync(id, isSwitchedOff: null, CancellationToken.None);
                }

                return (null, change.Findings);
            }

            return (await AnswerAsync(id, cancellationToken), []);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Reads a plugin's folders again.</summary>
    /// <returns>How it stands, or why the old state went on.</returns>
    public async Task<(PluginAnswer? Answer, IReadOnlyList<Finding> Findings)> ReloadAsync(string id, CancellationToken cancellationToken)
    {
        var change = await plugins.ReloadAsync(id, isSwitchedOff: null, cancellationToken);
        return change.IsDone ? (await AnswerAsync(id, cancellationToken), change.Findings) : (null, change.Findings);
    }

    /// <summary>Switches a plugin off or on, here now and on other nodes from their next start.</summary>
    public async Task<(PluginAnswer? Answer, IReadOnlyList<Finding> Findings)> SwitchAsync(string id, bool isOff, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var change = await plugins.ReloadAsync(id, isOff, cancellationToken);
            if (!change.IsDone)
            {
                return (null, change.Findings);
            }

            var off = await PluginInstallation.SwitchedOffAsync(settings, cancellationToken);
            string[] next = [.. off.Where(one => one != id), .. isOff ? [id] : Array.Empty<string>()];
            await settings.PutAsync(PluginInstallation.SwitchedOff, JsonSerializer.SerializeToUtf8Bytes(next, SwitchJson.Default.StringArray), CancellationToken.None);
            return (await AnswerAsync(id, cancellationToken), change.Findings);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Takes an installed version away.</summary>
    /// <returns>False when it is the operator's, or not there.</returns>
    public async Task<bool> RemoveAsync(string id, string version, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (plugins.Catalog.Plugins.FirstOrDefault(plugin => plugin.Id == id && plugin.Version == version) is not { } found
                || installation.Stage?.Remove(found.Folder) != true)
            {
                return false;
            }

            await plugins.ReloadAsync(id, isSwitchedOff: null, CancellationToken.None);
            return true;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<PluginAnswer> AnswerAsync(string id, CancellationToken cancellationToken)
    {
        var catalog = plugins.Catalog;
        return new(
            [.. catalog.Plugins.Where(plugin => plugin.Id == id).Select(plugin => PluginView.Of(plugin, installation))],
            await misfits.FindAsync(catalog.Offers, cancellationToken));
    }
}
