using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Actions;
using Spark.Expressions;

namespace Spark.Plugins.Catalog;

/// <summary>Carries values to an action and back as JSON of the plugin's own types.</summary>
internal sealed class ValueAction<TInput, TOutput>(
    IAction<TInput, TOutput> action, JsonTypeInfo<TInput> input, JsonTypeInfo<TOutput> output, bool isRepeatable)
    : IValueAction
{
    public object Target => action;

    public bool IsRepeatable => isRepeatable;

    public async ValueTask<ActionResult<Value>> ExecuteAsync(Value given, ActionContext context, CancellationToken cancellationToken)
    {
        TInput? read;
        try
        {
            read = JsonSerializer.Deserialize(Written(given), input);
        }
        catch (JsonException exception)
        {
            // Its text may quote the value; the path is the designer's own field name.
            return ActionResult.Failed<Value>($"The step's fields do not fit the action at '{exception.Path ?? "$"}'.");
        }

        if (read is null)
        {
            return ActionResult.Failed<Value>("The action needs fields, and the step gives none.");
        }

        var ended = await action.ExecuteAsync(read, context, cancellationToken);
        if (ended is not { Result.Length: > 0 })
        {
            return ActionResult.Failed<Value>("The action returned no result.");
        }

        return new()
        {
            Result = ended.Result,
            Reason = ended.Reason,
            Output = ended.Output is null ? Value.Undefined : Value.From(JsonSerializer.SerializeToElement(ended.Output, output)),
        };
    }

    private static ReadOnlySpan<byte> Written(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            value.WriteTo(writer);
        }

        return buffer.WrittenSpan;
    }
}
