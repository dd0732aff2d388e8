using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spark.Actions;
using Spark.Channels;
using Spark.Engine.Reading;
using Spark.Expressions;
using Spark.Offload;
using Spark.Plugins.Catalog;
using Spark.Plugins.Environments;
using Spark.Plugins.Instances;
using Spark.Plugins.Loading;
using Spark.Plugins.Network;
using Spark.Plugins.Supervision;
using Spark.Runtime.Actions;
using Spark.Runtime.Channels;
using Spark.Runtime.Offload;
using Spark.Runtime.Understanding;
using Spark.Understanding;

namespace Spark.Plugins;

/// <summary>
/// All plugins of a host. Loaded once; afterwards the runtime finds channels, offload providers and actions here. Nothing that a
/// plugin does is thrown at the caller.
/// </summary>
public sealed partial class PluginHost : IChannelDirectory, IOffloadDirectory, IActionDirectory, IUnderstandingDirectory, IAsyncDisposable
{
    private readonly SemaphoreSlim changing = new(1, 1);
    private readonly PluginSupervisor supervisor;
    private readonly PluginOptions options;
    private readonly PluginSet plugins;
    private readonly InstanceStarter starter;
    private readonly TimeProvider time;
    private readonly ILogger<PluginHost> logger;
    private volatile IReadOnlyList<PluginEntry> entries = [];
    private volatile IReadOnlyList<Finding> findings = [];
    private volatile RunningPlugins running = RunningPlugins.None;
    private PluginSources? loaded;
    // All that is to run, whether its plugin runs now or not.
    private EnvironmentConfig asked = EnvironmentConfig.Empty;

    /// <summary>Creates the host; it loads nothing yet.</summary>
    /// <param name="options">Time limits and sizes.</param>
    /// <param name="time">The clock of the host and of its plugins.</param>
    /// <param name="loggers">Makes loggers, also for plugins.</param>
    /// <param name="feeds">Gives the feed of a channel instance.</param>
    /// <param name="loan">What else plugins are lent; null for nothing.</param>
    public PluginHost(
        IOptions<PluginOptions> options, TimeProvider time, ILoggerFactory loggers, Func<string, IConversationFeed> feeds, HostLoan? loan = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options.Value;
        this.time = time;
        logger = loggers.CreateLogger<PluginHost>();
        supervisor = new PluginSupervisor(time, loggers.CreateLogger<PluginSupervisor>());
        plugins = new PluginSet(new PluginLoader(supervisor, this.options));
        starter = new InstanceStarter(supervisor, this.options, new PluginHttp(this.options, time), time, new LentLoggerFactory(loggers), feeds, loan ?? new(), ReachAsync);
    }

    /// <summary>What is installed and how it stands now.</summary>
    public PluginCatalog Catalog => new()
    {
        Plugins = [.. entries.Select(entry => entry.Report())],
        Instances = [.. running.States.Select(state => state.Report)],
        Findings = findings,
        Offers = new OfferIndex(entries).Describe(),
    };

    /// <summary>How the channels of the running plugins show a message.</summary>
    public ChannelPreviews Previews => new(new OfferIndex(entries), supervisor, options.RenderWithin);

    /// <summary>The chat page of the first channel instance, in the environment's order, that brings one.</summary>
    public ChatPage? ChatPage => running.ChatPage;

    /// <summary>Loads all plugins and makes everything that the environment asks for. Called once.</summary>
    /// <param name="sources">Where they come from.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    /// <returns>What is installed and how it stands. A plugin that fails is in it, with its reason.</returns>
    public async Task<PluginCatalog> LoadAsync(PluginSources sources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        await changing.WaitAsync(cancellationToken);
        try
        {
            if (loaded is not null)
            {
                throw new InvalidOperationException("The plugins are loaded already.");
            }

            loaded = sources;
            asked = sources.Environment;
            (entries, findings) = await plugins.LoadAsync(sources, cancellationToken);
            running = await StartAsync(sources.Environment, withActions: true, cancellationToken);
        }
        finally
        {
            changing.Release();
        }

        var catalog = Catalog;
        Tell(catalog);
        return catalog;
    }

    /// <summary>The environment that everything was made from when the host started.</summary>
    public EnvironmentConfig Environment => loaded?.Environment ?? EnvironmentConfig.Empty;

    /// <summary>
    /// Makes the channel instances and connections of a further environment, each in the place of the one of its name. What an instance that
    /// is replaced was doing ends as when its plugin stops.
    /// </summary>
    /// <param name="more">What is added; its companions are not heeded.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    /// <returns>How each stands. One that cannot be made is among them, with its reason, and in nobody's place.</returns>
    public async Task<IReadOnlyList<InstanceReport>> AddAsync(EnvironmentConfig more, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(more);
        await changing.WaitAsync(cancellationToken);
        try
        {
            var made = await StartAsync(more, withActions: false, cancellationToken);
            foreach (var state in made.States)
            {
                await TakeOutAsync(state.Report.Id);
            }

            Change(before => before.With(made));
            asked = asked.With(more);
            return [.. made.States.Select(state => state.Report)];
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>Makes the instances of an environment and lets them go again: to see whether their settings fit.</summary>
    public async Task<IReadOnlyList<InstanceReport>> TryAsync(EnvironmentConfig environment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var made = await StartAsync(environment, withActions: false, cancellationToken);
        var reports = made.States.Select(state => state.Report).ToList();
        await StopAsync(made);
        return reports;
    }

    /// <summary>Takes a channel instance or connection out.</summary>
    /// <returns>False when there is none of that name.</returns>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            asked = asked.Without(id);
            return await TakeOutAsync(id);
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>
    /// Takes a plugin out: its instances disappear, calls inside it are finished, and it is told to leave the memory, which the
    /// catalog shows when it has happened.
    /// </summary>
    /// <param name="id">The plugin's id.</param>
    /// <param name="cancellationToken">Ends the wait for its calls, not the unloading.</param>
    /// <returns>False when no plugin of that id runs.</returns>
    public async Task<bool> UnloadAsync(string id, CancellationToken cancellationToken)
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            var leaving = entries
                .Where(entry => entry.Status == PluginStatus.Running && string.Equals(entry.Folder.Id, id, StringComparison.Ordinal))
                .ToList();
            foreach (var entry in leaving)
            {
                await UnloadAsync(entry, cancellationToken);
            }

            return leaving.Count > 0;
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>
    /// Reads a plugin's folders again and lets the highest version run, with its instances, in the place of what ran. The new one is loaded
    /// before the old one ends: when it cannot be used, the old one goes on.
    /// </summary>
    /// <param name="id">The plugin's id.</param>
    /// <param name="isSwitchedOff">True to keep it and not to use it; null to leave that as it is.</param>
    /// <param name="cancellationToken">Ends the wait for the calls of the old one.</param>
    public async Task<PluginChange> ReloadAsync(string id, bool? isSwitchedOff, CancellationToken cancellationToken)
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            var sources = loaded ?? throw new InvalidOperationException("The plugins are not loaded yet.");
            sources = isSwitchedOff is { } isOff ? sources.Switched(id, isOff) : sources;
            var old = entries.Where(entry => entry.Folder.Id == id).ToList();
            var others = entries.Except(old).ToList();
            var fresh = await plugins.LoadAsync(sources, id, others, cancellationToken);
            if (fresh.FirstOrDefault(entry => entry.Status is PluginStatus.Faulted or PluginStatus.Incompatible) is { } broken && old.Exists(entry => entry.Status == PluginStatus.Running))
            {
                PluginSet.Drop(fresh);
                return new(false, broken.Report().Findings);
            }

            loaded = sources;
            await ExchangeAsync(old, fresh, others, sources, cancellationToken);
            return new(true, [.. fresh.SelectMany(entry => entry.Report().Findings)]);
        }
        finally
        {
            changing.Release();
        }
    }

    /// <inheritdoc/>
    public IRunningChannel? Find(string instanceId) => running.Channels.GetValueOrDefault(instanceId);

    /// <summary>Lets a channel instance make its app's package.</summary>
    /// <param name="instanceId">The channel instance.</param>
    /// <param name="order">What people read about the app.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The package, or why there is none.</returns>
    public async ValueTask<(AppPackage? Package, string? Refusal)> MakePackageAsync(string instanceId, AppPackageOrder order, CancellationToken cancellationToken) =>
        running.Channels.TryGetValue(instanceId, out var channel)
            ? await channel.MakePackageAsync(order, cancellationToken)
            : (null, $"there is no channel instance '{instanceId}' that runs; `spark plugin list --environment` says why.");

    /// <summary>Finds a person on a channel instance.</summary>
    /// <param name="instanceId">The channel instance.</param>
    /// <param name="address">Who is looked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What came of it; never an exception but for the token.</returns>
    public ValueTask<Reach> ReachAsync(string instanceId, PersonAddress address, CancellationToken cancellationToken) =>
        running.Channels.TryGetValue(instanceId, out var channel)
            ? channel.ReachAsync(address, cancellationToken)
            : ValueTask.FromResult(Reach.Not(ReachStatus.Unavailable, $"There is no channel instance '{instanceId}' that runs."));

    /// <inheritdoc/>
    public ValueTask<OffloadDecision> OpenAsync(
        string connection, OffloadRequest request, TimeSpan timeout, CancellationToken cancellationToken) =>
        running.Providers.TryGetValue(connection, out var provider)
            ? provider.OpenAsync(request, timeout, cancellationToken)
            : ValueTask.FromResult(OffloadDecision.Of(
                OffloadResult.Failed, $"The connection '{connection}' is not bound to an offload provider that runs."));

    /// <inheritdoc/>
    public IRunningDesk? FindDesk(string connection) =>
        running.Providers.TryGetValue(connection, out var provider) && provider.IsDesk ? provider : null;

    /// <inheritdoc/>
    public ValueTask<UnderstandingResult> UnderstandAsync(
        string connection, UnderstandingRequest request, TimeSpan timeout, CancellationToken cancellationToken) =>
        running.Understanding.TryGetValue(connection, out var provider)
            ? provider.UnderstandAsync(request, timeout, cancellationToken)
            : ValueTask.FromResult(UnderstandingResult.Failed($"The connection '{connection}' is not bound to an understanding provider that runs."));

    /// <inheritdoc/>
    public ValueTask<ActionResult<Value>> ExecuteAsync(
        string action, Value input, ActionContext context, TimeSpan timeout, CancellationToken cancellationToken) =>
        running.FindAction(action, input) is { } found
            ? found.ExecuteAsync(input, context, timeout, cancellationToken)
            : ValueTask.FromResult(ActionResult.Failed<Value>(WhyNot(action, input)) with { IsFinal = true });

    /// <inheritdoc/>
    public bool IsRepeatable(string action, Value input, ActionContext context) =>
        running.FindAction(action, input) is { } found && found.IsRepeatable(input, context);

    /// <summary>Stops all plugins, within the time limit for each.</summary>
    public async ValueTask DisposeAsync()
    {
        await changing.WaitAsync();
        try
        {
            await Task.WhenAll(entries
                .Where(entry => entry.Status == PluginStatus.Running)
                .Select(entry => UnloadAsync(entry, CancellationToken.None)));
        }
        finally
        {
            changing.Release();
        }
    }

    private async Task ExchangeAsync(
        IReadOnlyList<PluginEntry> old, IReadOnlyList<PluginEntry> fresh, IReadOnlyList<PluginEntry> others, PluginSources sources, CancellationToken cancellationToken)
    {
        var offered = old.Concat(fresh).SelectMany(entry => entry.Offers).Select(offer => offer.Description.Id).ToHashSet(StringComparer.Ordinal);
        var secrets = new SecretSource(sources.SecretsFolder, sources.Variable);
        var made = await starter.StartAsync(asked.Only(offered), sources.HearsOnlyLoopback, secrets, new OfferIndex(fresh), withActions: true, cancellationToken);
        var leaving = old.Where(entry => entry.Status == PluginStatus.Running).Select(entry => (entry, running.Made(entry))).ToList();
        Change(before => before.Exchange(old, made));
        entries = PluginSet.Ordered(others.Concat(fresh));
        foreach (var (entry, instances) in leaving)
        {
            await EndAsync(entry, instances, cancellationToken);
        }
    }

    private Task UnloadAsync(PluginEntry entry, CancellationToken cancellationToken)
    {
        var leaving = running.Made(entry);
        Change(before => before.Without(entry));
        return EndAsync(entry, leaving, cancellationToken);
    }

    private async Task EndAsync(PluginEntry entry, IReadOnlyList<IPluginInstance> leaving, CancellationToken cancellationToken)
    {
        entry.Move(PluginStatus.Draining);
        await entry.Gate.CloseAsync().WaitAsync(options.StopWithin, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(leaving.Select(StopAsync));
        entry.Unload(PluginStatus.UnloadPending);
        LogUnloaded(entry.Folder.Id, entry.Folder.Version);
    }

    private async Task<bool> TakeOutAsync(string id)
    {
        var leaving = running.Only(id);
        Change(before => before.Without(id));
        await StopAsync(leaving);
        return leaving.States.Count > 0;
    }

    private void Change(Func<RunningPlugins, RunningPlugins> change)
    {
        RunningPlugins before;
        do
        {
            before = running;
        }
        while (Interlocked.CompareExchange(ref running, change(before), before) != before);
    }

    private Task<RunningPlugins> StartAsync(EnvironmentConfig environment, bool withActions, CancellationToken cancellationToken)
    {
        var sources = loaded ?? throw new InvalidOperationException("The plugins are not loaded yet.");
        return starter.StartAsync(
            environment,
            sources.HearsOnlyLoopback,
            new SecretSource(sources.SecretsFolder, sources.Variable),
            new OfferIndex(entries),
            withActions,
            cancellationToken);
    }

    private Task StopAsync(RunningPlugins leaving) =>
        Task.WhenAll(leaving.Made(null).Select(instance => instance.DisposeAsync(supervisor, options.StopWithin)));

    private string WhyNot(string action, Value input)
    {
        if (!Catalog.Offers.ConnectedActions.Contains(action))
        {
            return $"The action '{action}' is not installed, or its plugin does not run.";
        }

        return input is { Kind: ValueKind.Object } && input[action] is { Kind: ValueKind.String } name
            ? $"The environment binds the connection '{name.AsString()}' to no '{action}' that runs."
            : $"The step does not name the connection that '{action}' works on.";
    }

    private async Task StopAsync(IPluginInstance instance)
    {
        instance.State.Move(PluginStatus.Unloaded, "Its plugin was unloaded.");
        await instance.DisposeAsync(supervisor, options.StopWithin);
    }

    private void Tell(PluginCatalog catalog)
    {
        foreach (var plugin in catalog.Plugins.Where(plugin => plugin.Status == PluginStatus.Running))
        {
            LogRunning(plugin.Id, plugin.Version, plugin.Offers.Count);
        }

        var all = catalog.Findings
            .Concat(catalog.Plugins.SelectMany(plugin => plugin.Findings))
            .Concat(catalog.Instances.SelectMany(instance => instance.Findings));
        foreach (var finding in all)
        {
            LogFinding(finding.Code, finding.At.ToString(), finding.Message, finding.Remedy);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded plugin {Plugin} {Version} with {Offers} offers")]
    private partial void LogRunning(string plugin, string version, int offers);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code} at {Where}: {Problem} {Remedy}")]
    private partial void LogFinding(string code, string where, string problem, string remedy);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped plugin {Plugin} {Version}")]
    private partial void LogUnloaded(string plugin, string version);
}
