using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
using Spark.Actions;
using Spark.Channels;
using Spark.Offload;
using Spark.Understanding;

namespace Spark.Testing.Conformance;

/// <summary>A plugin as the host sees it: what it offers, made from settings as an operator writes them.</summary>
public sealed class PluginUnderTest
{
    private readonly Offers offers = new();

    /// <summary>Asks a plugin for its offers.</summary>
    /// <param name="plugin">The plugin.</param>
    public PluginUnderTest(IPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        plugin.Configure(offers);
    }

    /// <summary>The kinds of the offload providers, by id.</summary>
    public IReadOnlyDictionary<string, OffloadKind> Providers => offers.Kinds;

    /// <summary>Makes an offload provider.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="settings">The settings, as JSON.</param>
    /// <param name="services">What the host lends.</param>
    public IOffloadProvider Provider(string id, string settings, InstanceServices services) => offers.Providers[id](settings, services);

    /// <summary>Makes a channel.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="settings">The settings, as JSON.</param>
    /// <param name="services">What the host lends.</param>
    public IChannel Channel(string id, string settings, ChannelServices services) => offers.Channels[id](settings, services);

    /// <summary>Makes an understanding provider.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="settings">The settings, as JSON.</param>
    /// <param name="services">What the host lends.</param>
    public IUnderstandingProvider UnderstandingProvider(string id, string settings, InstanceServices services) =>
        offers.Understanding[id](settings, services);

    /// <summary>What a host lends, over a network of the test's making.</summary>
    /// <param name="network">Answers what the plugin sends.</param>
    /// <param name="time">The clock.</param>
    public static ChannelServices Services(HttpMessageHandler network, TimeProvider time) => new()
    {
        InstanceId = "under-test",
        Http = new HttpClient(network),
        Time = time,
        Logs = NullLoggerFactory.Instance,
        PublicUrl = new Uri("https://spark.example"),
        Feed = new NoFeed(),
    };

    private sealed class NoFeed : IConversationFeed
    {
        public ValueTask<FeedPage?> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken) =>
            new(new FeedPage([], after));

        public ValueTask<FeedPage?> ReadLastAsync(string conversationId, long? before, int limit, CancellationToken cancellationToken) =>
            new(new FeedPage([], before ?? 0));
    }

    private sealed class Offers : IPluginBuilder, IUnderstandingBuilder
    {
        public Dictionary<string, OffloadKind> Kinds { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Func<string, InstanceServices, IOffloadProvider>> Providers { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Func<string, ChannelServices, IChannel>> Channels { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Func<string, InstanceServices, IUnderstandingProvider>> Understanding { get; } = new(StringComparer.Ordinal);

        public void AddChannel<TSettings>(string id, JsonTypeInfo<TSettings> settings, Func<TSettings, ChannelServices, IChannel> create) =>
            Channels[id] = (json, services) => create(JsonSerializer.Deserialize(json, settings)!, services);

        public void AddOffloadProvider<TSettings>(
            string id, OffloadKind kind, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IOffloadProvider> create)
        {
            Kinds[id] = kind;
            Providers[id] = (json, services) => create(JsonSerializer.Deserialize(json, settings)!, services);
        }

        public void AddUnderstandingProvider<TSettings>(
            string id, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IUnderstandingProvider> create) =>
            Understanding[id] = (json, services) => create(JsonSerializer.Deserialize(json, settings)!, services);

        public void AddAction<TInput, TOutput>(
            string id, JsonTypeInfo<TInput> input, JsonTypeInfo<TOutput> output, Func<InstanceServices, IAction<TInput, TOutput>> create, bool isRepeatable)
        {
        }
    }
}
