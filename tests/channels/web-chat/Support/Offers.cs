using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Actions;
using Spark.Offload;

namespace Spark.Channels.WebChat.Tests.Support;

/// <summary>Takes what the plugin offers and makes its channel from settings in JSON, as the host does.</summary>
internal sealed class Offers(string settings, ChannelServices? services) : IPluginBuilder
{
    public List<string> Channels { get; } = [];

    public object? Settings { get; private set; }

    public IChannel? Channel { get; private set; }

    public void AddChannel<TSettings>(string id, JsonTypeInfo<TSettings> settingsReader, Func<TSettings, ChannelServices, IChannel> create)
    {
        Channels.Add(id);
        var read = JsonSerializer.Deserialize(settings, settingsReader)!;
        Settings = read;
        Channel = services is null ? null : create(read, services);
    }

    public void AddOffloadProvider<TSettings>(
        string id, OffloadKind kind, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IOffloadProvider> create) =>
        throw new NotSupportedException();

    public void AddAction<TInput, TOutput>(
        string id,
        JsonTypeInfo<TInput> input,
        JsonTypeInfo<TOutput> output,
        Func<InstanceServices, IAction<TInput, TOutput>> create,
        bool isRepeatable) =>
        throw new NotSupportedException();
}
