using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Spark.Plugins;
using Spark.Plugins.Catalog;
using Spark.Plugins.Instances;
using Spark.Runtime;
using Spark.Runtime.Bots;
using Spark.Runtime.Credentials;
using Spark.Runtime.Instances;

namespace Spark.Cockpit.Instances;

/// <summary>
/// The channel instances and connections that people set up in the cockpit. They live in the database, sealed; what the environment file names
/// is the operator's, and stays out of here. What one node saves, the others follow.
/// </summary>
public sealed partial class InstanceBook(
    IInstanceStore store, CredentialKeys keys, PluginHost plugins, IPublicationStore publications, ILogger<InstanceBook> logger) : IDisposable
{
    // By name, the edition that stands here, running or not.
    private readonly Dictionary<string, string> standing = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim changing = new(1, 1);

    /// <summary>Starts what was set up before. Called once, when the plugins are loaded.</summary>
    /// <exception cref="OperatorException">A name stands in the environment file too.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, data) in await store.ListAsync(cancellationToken))
        {
            if (IsFixed(name))
            {
                throw new OperatorException(
                    "SPK12081", $"'{name}' stands in the environment file, and was set up in the cockpit too. Take it out of the file, or start without it there and remove it in the cockpit.");
            }

            await StandAsync(name, data, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => changing.Dispose();

    /// <summary>Does here what other nodes have saved and removed since. What cannot be started is not tried again before it is changed.</summary>
    internal async Task FollowAsync(CancellationToken cancellationToken)
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            var stored = (await store.ListAsync(cancellationToken)).ToDictionary(StringComparer.Ordinal);
            foreach (var name in standing.Keys.Except(stored.Keys, StringComparer.Ordinal).ToList())
            {
                LogFollowed(name);
                await plugins.RemoveAsync(name, cancellationToken);
                standing.Remove(name);
            }

            foreach (var (name, data) in stored.Where(one => !IsFixed(one.Key) && standing.GetValueOrDefault(one.Key) != EditionOf(one.Value)))
            {
                LogFollowed(name);
                await StandAsync(name, data, cancellationToken);
            }
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>True when the environment file names it: it is read-only here.</summary>
    internal bool IsFixed(string name) =>
        plugins.Environment.Channels.Any(channel => channel.Name == name) || plugins.Environment.Connections.Any(connection => connection.Name == name);

    /// <summary>All of them, without their settings.</summary>
    internal async Task<IReadOnlyDictionary<string, StoredInstance>> ListAsync(CancellationToken cancellationToken) =>
        (await store.ListAsync(cancellationToken))
            .Select(pair => (pair.Key, Stored: TryParse(pair.Value)))
            .Where(pair => pair.Stored is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Stored!, StringComparer.Ordinal);

    /// <summary>One of them with its settings and without its secrets; null when there is none.</summary>
    internal async Task<InstanceDetails?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (await ReadAsync(name, cancellationToken) is not { } kept || TryParse(kept) is not { } stored)
        {
            return null;
        }

        var settings = Open(name, stored);
        var secrets = SecretsOf(stored.Kind, stored.Plugin).Where(secret => settings[secret] is not null).ToList();
        foreach (var secret in secrets)
        {
            settings.Remove(secret);
        }

        return new(name, stored.Kind, stored.Plugin, stored.Bot, stored.AllowPrivate, stored.IsEnabled, Element(settings), secrets, EditionOf(kept));
    }

    /// <summary>Sees whether an instance can be made of what a request brings.</summary>
    internal async Task<InstanceAnswer?> TryAsync(string name, InstanceRequest request, CancellationToken cancellationToken) =>
        await TryWholeAsync(name, await WholeAsync(name, request, cancellationToken), cancellationToken);

    /// <summary>Saves an instance that can be made, and runs it when it is to.</summary>
    /// <returns>What came of it; null when somebody else has changed it since it was read.</returns>
    internal async Task<InstanceAnswer?> SaveAsync(string name, InstanceRequest request, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(name, cancellationToken);
        if (request.Edition is { } edition && edition != EditionOf(before))
        {
            return null;
        }

        if (before is not null && TryParse(before) is null)
        {
            return new(false, PluginStatus.NeedsSettings, $"A newer Spark has set up '{name}', and only it can read that. Change it there, or choose another name.", []);
        }

        var whole = await WholeAsync(name, request, cancellationToken);
        var tried = await TryWholeAsync(name, whole, cancellationToken);
        if (whole.IsEnabled && tried.Status != PluginStatus.Running)
        {
            return tried;
        }

        var (keyId, box) = keys.Close(Encoding.UTF8.GetBytes(whole.Settings.GetRawText()), Place(name));
        var stored = new StoredInstance
        {
            Kind = whole.Kind,
            Plugin = whole.Plugin,
            Bot = whole.Bot,
            AllowPrivate = whole.AllowPrivate,
            IsEnabled = whole.IsEnabled,
            KeyId = keyId,
            Settings = box,
        };
        var data = JsonSerializer.SerializeToUtf8Bytes(stored, StoredInstanceJson.Default.StoredInstance);
        await changing.WaitAsync(cancellationToken);
        try
        {
            return await store.PutAsync(name, data, before, cancellationToken) ? await StandAsync(name, data, cancellationToken) with { IsSaved = true } : null;
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>Stops an instance and forgets it.</summary>
    internal async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            await store.RemoveAsync(name, cancellationToken);
            await plugins.RemoveAsync(name, cancellationToken);
            standing.Remove(name);
        }
        finally
        {
            changing.Release();
        }
    }

    private async Task<InstanceAnswer> StandAsync(string name, byte[] data, CancellationToken cancellationToken)
    {
        standing[name] = EditionOf(data);
        var stored = TryParse(data);
        if (stored is { IsEnabled: true })
        {
            return await StartAsync(name, stored, cancellationToken);
        }

        if (stored is null)
        {
            LogNotRead(name, "a newer program has written them.");
        }

        await plugins.RemoveAsync(name, cancellationToken);
        return new(false, PluginStatus.Disabled, null, []);
    }

    private async Task<InstanceAnswer> TryWholeAsync(string name, InstanceRequest request, CancellationToken cancellationToken)
    {
        if (request.Kind == InstanceKind.Channel && !(await publications.ReadAsync(cancellationToken)).Versions.ContainsKey(request.Bot ?? ""))
        {
            return new(false, PluginStatus.NeedsSettings, $"There is no bot '{request.Bot}' here. Publish it first, or choose another one.", []);
        }

        var reading = InstanceEnvironment.Read(plugins.Environment.PublicUrl, name, request);
        if (reading.Config is not { } environment)
        {
            return new(false, null, reading.Findings[0].Message, reading.Findings);
        }

        var report = (await plugins.TryAsync(environment, cancellationToken))[0];
        return new(false, report.Status, report.Reason, report.Findings);
    }

    private async Task<InstanceAnswer> StartAsync(string name, StoredInstance stored, CancellationToken cancellationToken)
    {
        try
        {
            var request = new InstanceRequest(stored.Kind, stored.Plugin, stored.Bot, stored.AllowPrivate, stored.IsEnabled, Element(Open(name, stored)));
            var reading = InstanceEnvironment.Read(plugins.Environment.PublicUrl, name, request);
            if (reading.Config is not { } environment)
            {
                LogNotRead(name, reading.Findings[0].Message);
                return new(false, PluginStatus.NeedsSettings, reading.Findings[0].Message, reading.Findings);
            }

            var report = (await plugins.AddAsync(environment, cancellationToken))[0];
            return new(false, report.Status, report.Reason, report.Findings);
        }
        catch (OperatorException sealedElsewhere)
        {
            LogNotOpened(name, sealedElsewhere.Code, sealedElsewhere.Message);
            return new(false, PluginStatus.NeedsSettings, sealedElsewhere.Message, []);
        }
    }

    /// <summary>What a request brings, with the secrets that it left out because they are to stay.</summary>
    private async Task<InstanceRequest> WholeAsync(string name, InstanceRequest request, CancellationToken cancellationToken)
    {
        if ((await ListAsync(cancellationToken)).GetValueOrDefault(name) is not { } stored || stored.Plugin != request.Plugin)
        {
            return request;
        }

        var kept = Open(name, stored);
        var settings = (JsonObject)JsonNode.Parse(request.Settings.GetRawText())!;
        foreach (var secret in SecretsOf(stored.Kind, stored.Plugin).Where(secret => settings[secret] is null && kept[secret] is not null))
        {
            settings[secret] = kept[secret]!.DeepClone();
        }

        return request with { Settings = Element(settings) };
    }

    private IReadOnlySet<string> SecretsOf(InstanceKind kind, string offer) => SettingsSchema.Secrets(
        OfferEndpoints.Find(plugins.Catalog, kind, offer) is { } plugin ? SettingsSchema.Read(plugin.Folder) : null);

    private JsonObject Open(string name, StoredInstance stored) => (JsonObject)JsonNode.Parse(keys.Open(stored.KeyId, stored.Settings, Place(name)))!;

    private async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await store.ListAsync(cancellationToken)).FirstOrDefault(pair => pair.Key == name).Value;

    // Sealed anew with each change, so that no two are the same.
    private static string EditionOf(byte[]? kept) => kept is null ? "" : Convert.ToHexStringLower(SHA256.HashData(kept))[..32];

    // Null for what only a newer program can read: it runs on the nodes that have that one.
    private static StoredInstance? TryParse(byte[] data)
    {
        try
        {
            return JsonSerializer.Deserialize(data, StoredInstanceJson.Default.StoredInstance);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Element(JsonObject settings) => JsonElement.Parse(settings.ToJsonString());

    private static string Place(string name) => $"instance '{name}'";

    [LoggerMessage(Level = LogLevel.Information, Message = "'{Name}' was changed on another node")]
    private partial void LogFollowed(string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "The settings of '{Name}' could not be read, so it does not run: {Problem}")]
    private partial void LogNotRead(string name, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The settings of '{Name}' could not be opened, so it does not run: {Code}: {Problem}")]
    private partial void LogNotOpened(string name, string code, string problem);
}
