using System.Collections.Frozen;
using Spark.Expressions;
using Spark.Plugins.Catalog;
using Spark.Plugins.Supervision;

namespace Spark.Plugins.Instances;

/// <summary>Everything that runs, at one moment. Immutable: a change makes a new one, and what was begun ends on the old.</summary>
internal sealed record RunningPlugins
{
    public static RunningPlugins None { get; } = new();

    public IReadOnlyList<InstanceState> States { get; init; } = [];

    public FrozenDictionary<string, RunningChannel> Channels { get; init; } = FrozenDictionary<string, RunningChannel>.Empty;

    public FrozenDictionary<string, RunningOffloadProvider> Providers { get; init; } = FrozenDictionary<string, RunningOffloadProvider>.Empty;

    public FrozenDictionary<string, RunningAction> Actions { get; init; } = FrozenDictionary<string, RunningAction>.Empty;

    /// <summary>The actions of connections, by connection.</summary>
    public FrozenDictionary<string, ConnectedAction> ConnectedActions { get; init; } = FrozenDictionary<string, ConnectedAction>.Empty;

    /// <summary>The understanding providers, by connection.</summary>
    public FrozenDictionary<string, RunningUnderstanding> Understanding { get; init; } = FrozenDictionary<string, RunningUnderstanding>.Empty;

    /// <summary>The first channel instance that brings a chat page.</summary>
    public ChatPage? ChatPage { get; init; }

    /// <summary>The action that a step's verb names: the plugin's one, or the one of the connection that the verb's value names.</summary>
    public RunningAction? FindAction(string id, Value input)
    {
        if (Actions.TryGetValue(id, out var single))
        {
            return single;
        }

        return input is { Kind: ValueKind.Object } && input[id] is { Kind: ValueKind.String } name
            && ConnectedActions.TryGetValue(name.AsString(), out var connected)
            && string.Equals(connected.Action, id, StringComparison.Ordinal)
                ? connected.Running
                : null;
    }

    /// <summary>All that one plugin made, or everything.</summary>
    public IReadOnlyList<IPluginInstance> Made(PluginEntry? plugin)
    {
        IEnumerable<IPluginInstance> all =
        [
            .. Channels.Values.Select(running => running.Plugin),
            .. Providers.Values.Select(running => running.Plugin),
            .. Actions.Values.Select(running => running.Plugin),
            .. ConnectedActions.Values.Select(connected => connected.Running.Plugin),
            .. Understanding.Values.Select(running => running.Plugin),
        ];
        return [.. all.Where(instance => plugin is null || instance.Site.Gate == plugin.Gate)];
    }

    /// <summary>The channel instance or connection of a name, of whatever kind: none, or one.</summary>
    public RunningPlugins Only(string id) => new()
    {
        States = [.. States.Where(state => Is(state, id))],
        Channels = Channels.Where(pair => pair.Key == id).ToFrozenDictionary(StringComparer.Ordinal),
        Providers = Providers.Where(pair => pair.Key == id).ToFrozenDictionary(StringComparer.Ordinal),
        ConnectedActions = ConnectedActions.Where(pair => pair.Key == id).ToFrozenDictionary(StringComparer.Ordinal),
        Understanding = Understanding.Where(pair => pair.Key == id).ToFrozenDictionary(StringComparer.Ordinal),
    };

    /// <summary>The same without the channel instance or connection of a name.</summary>
    public RunningPlugins Without(string id) => this with
    {
        States = [.. States.Where(state => !Is(state, id))],
        Channels = Channels.Where(pair => pair.Key != id).ToFrozenDictionary(StringComparer.Ordinal),
        Providers = Providers.Where(pair => pair.Key != id).ToFrozenDictionary(StringComparer.Ordinal),
        ConnectedActions = ConnectedActions.Where(pair => pair.Key != id).ToFrozenDictionary(StringComparer.Ordinal),
        Understanding = Understanding.Where(pair => pair.Key != id).ToFrozenDictionary(StringComparer.Ordinal),
        ChatPage = ChatPage?.InstanceId == id ? null : ChatPage,
    };

    /// <summary>The same with more.</summary>
    public RunningPlugins With(RunningPlugins more) => this with
    {
        States = [.. States.Where(state => state.Report.Kind != InstanceKind.Action), .. more.States, .. States.Where(state => state.Report.Kind == InstanceKind.Action)],
        Channels = Channels.Concat(more.Channels).ToFrozenDictionary(StringComparer.Ordinal),
        Providers = Providers.Concat(more.Providers).ToFrozenDictionary(StringComparer.Ordinal),
        Actions = Actions.Concat(more.Actions).ToFrozenDictionary(StringComparer.Ordinal),
        ConnectedActions = ConnectedActions.Concat(more.ConnectedActions).ToFrozenDictionary(StringComparer.Ordinal),
        Understanding = Understanding.Concat(more.Understanding).ToFrozenDictionary(StringComparer.Ordinal),
        ChatPage = ChatPage ?? more.ChatPage,
    };

    /// <summary>The same with what a plugin is made of now in the place of what it was made of.</summary>
    /// <param name="old">The versions that go.</param>
    /// <param name="made">What stands instead.</param>
    public RunningPlugins Exchange(IReadOnlyList<PluginEntry> old, RunningPlugins made)
    {
        var again = made.States.Select(state => (state.Report.Kind, state.Report.Id)).ToHashSet();
        var actions = old.SelectMany(entry => entry.Offers).Select(offer => offer.Description.Id).ToHashSet(StringComparer.Ordinal);
        var left = old.Aggregate(this, (rest, entry) => rest.Without(entry));
        return (left with
        {
            States = [.. left.States.Where(state => !again.Contains((state.Report.Kind, state.Report.Id))
                && !(state.Report.Kind == InstanceKind.Action && actions.Contains(state.Report.Id)))],
        }).With(made);
    }

    private static bool Is(InstanceState state, string id) => state.Report.Kind != InstanceKind.Action && state.Report.Id == id;

    /// <summary>The same without what one plugin made.</summary>
    public RunningPlugins Without(PluginEntry plugin)
    {
        var channels = Channels.Where(pair => pair.Value.Plugin.Site.Gate != plugin.Gate).ToFrozenDictionary(StringComparer.Ordinal);
        return this with
        {
            Channels = channels,
            Providers = Providers.Where(pair => pair.Value.Plugin.Site.Gate != plugin.Gate).ToFrozenDictionary(StringComparer.Ordinal),
            Actions = Actions.Where(pair => pair.Value.Plugin.Site.Gate != plugin.Gate).ToFrozenDictionary(StringComparer.Ordinal),
            ConnectedActions = ConnectedActions
                .Where(pair => pair.Value.Running.Plugin.Site.Gate != plugin.Gate).ToFrozenDictionary(StringComparer.Ordinal),
            Understanding = Understanding.Where(pair => pair.Value.Plugin.Site.Gate != plugin.Gate).ToFrozenDictionary(StringComparer.Ordinal),
            ChatPage = ChatPage is { } page && channels.ContainsKey(page.InstanceId) ? page : null,
        };
    }
}
