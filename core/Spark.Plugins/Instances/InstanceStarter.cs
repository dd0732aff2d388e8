using System.Collections.Frozen;
using Spark.Channels;
using Spark.Offload;
using Spark.Plugins.Catalog;
using Spark.Plugins.Environments;
using Spark.Plugins.Network;
using Spark.Plugins.Supervision;
using Spark.Runtime.Secrets;
using Spark.Runtime.Channels;
using Spark.Understanding;

namespace Spark.Plugins.Instances;

/// <summary>Makes everything that an environment and the plugins' actions ask for.</summary>
internal sealed class InstanceStarter(
    PluginSupervisor supervisor,
    PluginOptions options,
    PluginHttp network,
    TimeProvider time,
    LentLoggerFactory lent,
    Func<string, IConversationFeed> feeds,
    HostLoan loan,
    Func<string, PersonAddress, CancellationToken, ValueTask<Reach>> reach)
{
    /// <summary>Makes what an environment names.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="hearsOnlyLoopback">True when only this machine can reach the host.</param>
    /// <param name="secrets">Where its secrets come from.</param>
    /// <param name="offers">What the running plugins offer.</param>
    /// <param name="withActions">True to make the plugins' actions too, of which each is there once.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    public async Task<RunningPlugins> StartAsync(
        EnvironmentConfig environment,
        bool hearsOnlyLoopback,
        SecretSource secrets,
        OfferIndex offers,
        bool withActions,
        CancellationToken cancellationToken)
    {
        var maker = new InstanceMaker(supervisor, options, secrets);
        var states = new List<InstanceState>();

        // All at once: one that hangs costs its time limit once, not every time.
        Task<RunningChannel?>[] channels =
            [.. environment.Channels.Select(config => ChannelAsync(config, environment.PublicUrl, hearsOnlyLoopback, maker, offers, states, cancellationToken))];
        var ofActions = environment.Connections.ToLookup(config => offers.Find(PluginKind.Action, config.Plugin)?.Offer is IInstanceOffer<InstanceServices, IValueAction>);
        var ofUnderstanding = ofActions[false].ToLookup(config => offers.Find(PluginKind.Understanding, config.Plugin) is not null);
        Task<(string Name, RunningUnderstanding Running)?>[] understanding =
            [.. ofUnderstanding[true].Select(config => UnderstandingAsync(config, environment.PublicUrl, maker, offers, states, cancellationToken))];
        Task<(string Name, RunningOffloadProvider Running)?>[] providers =
            [.. ofUnderstanding[false].Select(config => ProviderAsync(config, environment.PublicUrl, maker, offers, states, cancellationToken))];
        Task<(string Name, ConnectedAction Connected)?>[] connected =
            [.. ofActions[true].Select(config => ConnectedActionAsync(config, environment.PublicUrl, maker, offers, states, cancellationToken))];
        Task<(string Id, RunningAction Running)?>[] actions =
        [
            .. offers.All
                .Where(found => withActions && found.Offer is IActionOffer)
                .Select(found => ActionAsync((IActionOffer)found.Offer, found.Plugin, environment.PublicUrl, states, cancellationToken)),
        ];
        RunningChannel[] running = [.. (await Task.WhenAll(channels)).OfType<RunningChannel>()];
        return new()
        {
            States = states,
            Channels = running.ToFrozenDictionary(channel => channel.Instance.Id, StringComparer.Ordinal),
            Providers = (await Task.WhenAll(providers)).OfType<(string Name, RunningOffloadProvider Running)>()
                .ToFrozenDictionary(pair => pair.Name, pair => pair.Running, StringComparer.Ordinal),
            Actions = (await Task.WhenAll(actions)).OfType<(string Id, RunningAction Running)>()
                .ToFrozenDictionary(pair => pair.Id, pair => pair.Running, StringComparer.Ordinal),
            ConnectedActions = (await Task.WhenAll(connected)).OfType<(string Name, ConnectedAction Connected)>()
                .ToFrozenDictionary(pair => pair.Name, pair => pair.Connected, StringComparer.Ordinal),
            Understanding = (await Task.WhenAll(understanding)).OfType<(string Name, RunningUnderstanding Running)>()
                .ToFrozenDictionary(pair => pair.Name, pair => pair.Running, StringComparer.Ordinal),
            ChatPage = running.Select(PageOf).FirstOrDefault(page => page is not null),
        };
    }

    private async Task<RunningChannel?> ChannelAsync(
        ChannelConfig config,
        Uri publicUrl,
        bool hearsOnlyLoopback,
        InstanceMaker maker,
        OfferIndex offers,
        List<InstanceState> states,
        CancellationToken cancellationToken)
    {
        var state = Add(states, config.Name, InstanceKind.Channel, config.Plugin, config.Bot);
        var order = new InstanceOrder($"channel '{config.Name}'", config.Settings, config.At, state);
        if (offers.Find(PluginKind.Channel, config.Plugin) is not (var plugin, IInstanceOffer<ChannelServices, IChannel> offer))
        {
            NotInstalled(order, PluginKind.Channel, config.Plugin, offers);
            return null;
        }

        var http = network.CreateClient(order.What, config.AllowPrivate);
        var services = new ChannelServices
        {
            InstanceId = config.Name,
            Http = http,
            Time = time,
            Logs = lent,
            PublicUrl = publicUrl,
            Feed = feeds(config.Name),
            Reach = reach,
            Access = loan.Access,
            Audit = loan.Audit,
            Files = loan.Files?.Invoke(config.Name, publicUrl),
            ApiCalls = loan.ApiCalls,
            Escalation = loan.Escalation,
            HearsOnlyLoopback = hearsOnlyLoopback,
        };
        if (loan.People is { } people)
        {
            services = services with { People = people(config.Name) };
        }

        if (await maker.MakeAsync(order, offer, plugin.Gate, services, cancellationToken) is not var (made, site))
        {
            http.Dispose();
            return null;
        }

        var instance = new PluginInstance<IChannel>(made, made, http, site, state);
        var capabilities = await supervisor.MakeAsync(site, nameof(IChannel.Capabilities), () => made.Capabilities, options.StartWithin, cancellationToken);
        if (Refusal(made, capabilities) is { } refusal)
        {
            state.Move(PluginStatus.Faulted, findings:
            [
                Problem.At(InstanceCodes.Factory, config.At, $"The {order.What} cannot be used: {refusal}", "Report it to the plugin's owner; the other instances run without it."),
            ]);
            await instance.DisposeAsync(supervisor, options.StopWithin);
            return null;
        }

        state.Move(PluginStatus.Running);
        return new RunningChannel(
            instance,
            new ChannelInstance { Id = config.Name, Channel = config.Plugin, Bot = config.Bot, Capabilities = capabilities.Value! },
            supervisor,
            options);
    }

    private static string? Refusal(IChannel made, CallResult<ChannelCapabilities> capabilities) => capabilities switch
    {
        { HasValue: false } => capabilities.Reason ?? "it does not say what it can do.",
        { Value.MaxRequestBytes: <= 0 } => "its largest request is not above zero.",
        { Value.AnswerWithin.Ticks: <= 0 } => "its time to answer is not above zero.",
        { Value.ReplyPath: ReplyPath.Answer } when made is not IAnswersInResponse => "it answers in responses, and does not implement IAnswersInResponse.",
        { Value.ReplyPath: var path } when !Enum.IsDefined(path) => "its reply path is unknown.",
        _ => null,
    };

    private async Task<(string Name, RunningOffloadProvider Running)?> ProviderAsync(
        ConnectionConfig config, Uri publicUrl, InstanceMaker maker, OfferIndex offers, List<InstanceState> states, CancellationToken cancellationToken)
    {
        var state = Add(states, config.Name, InstanceKind.Connection, config.Plugin);
        var order = new InstanceOrder($"connection '{config.Name}'", config.Settings, config.At, state);
        if (offers.Find(PluginKind.OffloadProvider, config.Plugin) is not (var plugin, IInstanceOffer<InstanceServices, IOffloadProvider> offer))
        {
            NotInstalled(order, PluginKind.OffloadProvider, config.Plugin, offers);
            return null;
        }

        var http = network.CreateClient(order.What, config.AllowPrivate);
        if (await maker.MakeAsync(order, offer, plugin.Gate, Services(config.Name, http, publicUrl, order, config), cancellationToken) is not var (made, site))
        {
            http.Dispose();
            return null;
        }

        state.Move(PluginStatus.Running);
        return (config.Name, new RunningOffloadProvider(
            new PluginInstance<IOffloadProvider>(made, made, http, site, state), offer.Description.Offload, new Availability(config, time), supervisor, options));
    }

    private async Task<(string Name, RunningUnderstanding Running)?> UnderstandingAsync(
        ConnectionConfig config, Uri publicUrl, InstanceMaker maker, OfferIndex offers, List<InstanceState> states, CancellationToken cancellationToken)
    {
        var state = Add(states, config.Name, InstanceKind.Connection, config.Plugin);
        var order = new InstanceOrder($"connection '{config.Name}'", config.Settings, config.At, state);
        var (plugin, offer) = offers.Find(PluginKind.Understanding, config.Plugin)!.Value;
        var http = network.CreateClient(order.What, config.AllowPrivate);
        var services = Services(config.Name, http, publicUrl, order, config);
        if (await maker.MakeAsync(order, (IInstanceOffer<InstanceServices, IUnderstandingProvider>)offer, plugin.Gate, services, cancellationToken) is not var (made, site))
        {
            http.Dispose();
            return null;
        }

        state.Move(PluginStatus.Running);
        return (config.Name, new RunningUnderstanding(new PluginInstance<IUnderstandingProvider>(made, made, http, site, state), supervisor));
    }

    private async Task<(string Name, ConnectedAction Connected)?> ConnectedActionAsync(
        ConnectionConfig config, Uri publicUrl, InstanceMaker maker, OfferIndex offers, List<InstanceState> states, CancellationToken cancellationToken)
    {
        var state = Add(states, config.Name, InstanceKind.Connection, config.Plugin);
        var order = new InstanceOrder($"connection '{config.Name}'", config.Settings, config.At, state);
        var (plugin, offer) = offers.Find(PluginKind.Action, config.Plugin)!.Value;
        var http = network.CreateClient(order.What, config.AllowPrivate);
        var services = Services(config.Name, http, publicUrl, order, config);
        if (await maker.MakeAsync(order, (IInstanceOffer<InstanceServices, IValueAction>)offer, plugin.Gate, services, cancellationToken) is not var (made, site))
        {
            http.Dispose();
            return null;
        }

        state.Move(PluginStatus.Running);
        var instance = new PluginInstance<IValueAction>(made, made.Target, http, site, state);
        return (config.Name, new ConnectedAction(config.Plugin, new RunningAction(instance, supervisor)));
    }

    private async Task<(string Id, RunningAction Running)?> ActionAsync(
        IActionOffer offer, PluginEntry plugin, Uri publicUrl, List<InstanceState> states, CancellationToken cancellationToken)
    {
        var id = offer.Description.Id;
        var state = Add(states, id, InstanceKind.Action, id);
        var site = new CallSite($"action '{id}'", SecretMask.None, plugin.Gate);
        var http = network.CreateClient(site.Owner, allowPrivate: false);
        var made = await supervisor.MakeAsync(site, "its factory", () => offer.Create(Services(id, http, publicUrl)), options.StartWithin, cancellationToken);
        if (made.HasValue)
        {
            state.Move(PluginStatus.Running);
            return (id, new RunningAction(new PluginInstance<IValueAction>(made.Value, made.Value.Target, http, site, state), supervisor));
        }

        http.Dispose();
        state.Move(PluginStatus.Faulted, findings:
        [
            Problem.In(
                InstanceCodes.Factory,
                plugin.Folder.Path,
                $"The {site.Owner} could not be made: {Why(made)}",
                "Report it to the plugin's owner; the other actions run without it."),
        ]);
        return null;
    }

    private static string? Why<T>(CallResult<T> call) => call.Detail is { } detail ? $"{call.Reason} It said: {detail}" : call.Reason;

    private InstanceServices Services(string id, HttpClient http, Uri publicUrl) =>
        new()
        {
            InstanceId = id,
            Http = http,
            Time = time,
            Logs = lent,
            PublicUrl = publicUrl,
            ApiCalls = loan.ApiCalls,
            Escalation = loan.Escalation,
        };

    private InstanceServices Services(string id, HttpClient http, Uri publicUrl, InstanceOrder order, ConnectionConfig config) =>
        Services(id, http, publicUrl) with { HttpWith = tls => network.CreateClient(order.What, config.AllowPrivate, tls) };

    private ChatPage? PageOf(RunningChannel running)
    {
        if (running.Plugin.Made is not IServesChatPage page)
        {
            return null;
        }

        var missing = supervisor.Compute(running.Plugin.Site, nameof(IServesChatPage.Missing), () => page.Missing ?? "");
        return new ChatPage(running.Instance.Id, missing.HasValue ? missing.Value is { Length: > 0 } what ? what : null : missing.Reason);
    }

    private static InstanceState Add(List<InstanceState> states, string id, InstanceKind kind, string plugin, string? bot = null)
    {
        var state = new InstanceState(new() { Id = id, Kind = kind, Plugin = plugin, Bot = bot, Status = PluginStatus.Starting });
        states.Add(state);
        return state;
    }

    private static void NotInstalled(InstanceOrder order, PluginKind kind, string id, OfferIndex offers)
    {
        var known = string.Join(", ", offers.Ids(kind));
        order.State.Move(PluginStatus.Faulted, findings:
        [
            Problem.At(
                InstanceCodes.NotInstalled,
                order.At,
                $"The {order.What} needs the {PluginKinds.Name(kind)} '{id}', and no running plugin offers it.",
                $"Install it, mend it ('spark plugin list' says what is wrong), or write one of: {(known.Length == 0 ? "none is installed" : known)}."),
        ]);
    }
}
