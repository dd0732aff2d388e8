using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Actions;

namespace Spark.Plugins.Catalog;

/// <summary>An action that works on connections, with the plugin's own types of settings, input and output.</summary>
internal sealed class ConnectedActionOffer<TSettings, TInput, TOutput>(
    PluginOffer description,
    JsonTypeInfo<TSettings> settings,
    JsonTypeInfo<TInput> input,
    JsonTypeInfo<TOutput> output,
    Func<TSettings, InstanceServices, IAction<TInput, TOutput>> create,
    bool isRepeatable)
    : IInstanceOffer<InstanceServices, IValueAction>, IActionSchemaSource
{
    public PluginOffer Description => description;

    public JsonTypeInfo Settings => settings;

    public JsonTypeInfo Input => input;

    public JsonTypeInfo Output => output;

    public Func<InstanceServices, IValueAction> Bind(byte[] utf8Json)
    {
        var read = JsonSerializer.Deserialize(utf8Json, settings) ?? throw new JsonException("The settings are null.");
        return services => create(read, services) is { } action
            ? new ValueAction<TInput, TOutput>(action, input, output, isRepeatable)
            : throw new InvalidOperationException($"The factory of the action '{description.Id}' returned null.");
    }
}
