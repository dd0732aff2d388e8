using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Channels;
using Spark.Messages;

namespace Spark.Plugins.Catalog;

/// <summary>A channel, an offload provider or an understanding provider, with the plugin's own type of settings.</summary>
internal sealed class InstanceOffer<TSettings, TServices, TInstance>(
    PluginOffer description, JsonTypeInfo<TSettings> settings, Func<TSettings, TServices, TInstance> create)
    : IInstanceOffer<TServices, TInstance>, IPreviewedOffer
{
    public PluginOffer Description => description;

    public JsonTypeInfo Settings => settings;

    public Func<OutboundMessage, IReadOnlyList<MessagePreview>>? Show { get; set; }

    public Func<TServices, TInstance> Bind(byte[] utf8Json)
    {
        var read = JsonSerializer.Deserialize(utf8Json, settings) ?? throw new JsonException("The settings are null.");
        return services => create(read, services);
    }
}
