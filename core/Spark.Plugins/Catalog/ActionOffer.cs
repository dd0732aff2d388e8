using System.Text.Json.Serialization.Metadata;
using Spark.Actions;

namespace Spark.Plugins.Catalog;

/// <summary>An action with the plugin's own types of input and output.</summary>
internal sealed class ActionOffer<TInput, TOutput>(
    PluginOffer description,
    JsonTypeInfo<TInput> input,
    JsonTypeInfo<TOutput> output,
    Func<InstanceServices, IAction<TInput, TOutput>> create,
    bool isRepeatable)
    : IActionOffer
{
    public PluginOffer Description => description;

    public JsonTypeInfo Input => input;

    public JsonTypeInfo Output => output;

    public IValueAction Create(InstanceServices services) =>
        create(services) is { } action
            ? new ValueAction<TInput, TOutput>(action, input, output, isRepeatable)
            : throw new InvalidOperationException($"The factory of the action '{description.Id}' returned null.");
}
