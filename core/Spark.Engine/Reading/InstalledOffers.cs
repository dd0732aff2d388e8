using Spark.Offload;

namespace Spark.Engine.Reading;

/// <summary>What the installed plugins offer, as far as a bot's files speak of it.</summary>
public sealed record InstalledOffers
{
    /// <summary>The ids of actions: verbs of action dialogs.</summary>
    public IReadOnlySet<string> Actions { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The ids of offload providers and their kinds.</summary>
    public IReadOnlyDictionary<string, OffloadKind> OffloadProviders { get; init; } = new Dictionary<string, OffloadKind>(StringComparer.Ordinal);

    /// <summary>The ids of understanding providers.</summary>
    public IReadOnlySet<string> UnderstandingProviders { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Those of the actions that work on a connection: the verb's value names it.</summary>
    public IReadOnlySet<string> ConnectedActions { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The JSON Schema of each action's fields, as JSON, where the plugin's types tell it.</summary>
    public IReadOnlyDictionary<string, string> ActionSchemas { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The JSON Schema of each action's result, as JSON, where the plugin's types tell all of its fields.</summary>
    public IReadOnlyDictionary<string, string> ActionResults { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The ids of channels, and what each can show.</summary>
    public IReadOnlyDictionary<string, ChannelProfile> Channels { get; init; } = new Dictionary<string, ChannelProfile>(StringComparer.Ordinal);

    /// <summary>For offload providers that take conversations of some channels only: the ids of those channels.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> OffloadChannels { get; init; } = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);

    /// <summary>The channel instances that an environment binds to bots; null when no environment is known: then any installed channel may be.</summary>
    public IReadOnlyList<EnabledChannel>? EnabledChannels { get; init; }

    /// <summary>False when nothing is installed: then a bot is checked without its plugins, and what they would offer is only warned of.</summary>
    internal bool AreKnown => Actions.Count > 0 || OffloadProviders.Count > 0 || UnderstandingProviders.Count > 0;
}
