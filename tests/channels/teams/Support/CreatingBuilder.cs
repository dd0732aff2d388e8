using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Actions;
using Spark.Offload;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>Makes the offered channel from settings in JSON, as the host does.</summary>
internal sealed class CreatingBuilder(string json, ChannelServices services) : IPluginBuilder
{
    public IChannel? Channel { get; private set; }

    public void AddChannel<TSettings>(string id, JsonTypeInfo<TSettings> settings, Func<TSettings, ChannelServices, IChannel> create) =>
        Channel = create(JsonSerializer.Deserialize(json, settings)!, services);

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
