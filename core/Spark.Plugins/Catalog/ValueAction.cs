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

    public bool IsRepeatable(Value given, ActionContext context) =>
        action is IRepeatable<TInput> some ? TryRead(given, out _) is { } read && some.IsRepeatable(read, context) : isRepeatable;

    public async ValueTask<ActionResult<Value>> ExecuteAsync(Value given, ActionContext context, CancellationToken cancellationToken)
    {
        if (TryRead(given, out var refusal) is not { } read)
        {
            return ActionResult.Failed<Value>(refusal) with { IsFinal = true };
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
            IsFinal = ended.IsFinal,
            RetryAfter = ended.RetryAfter,
            Events = ended.Events ?? [],
            Output = ended.Output is null ? Value.Undefined : Value.From(JsonSerializer.SerializeToElement(ended.Output, output)),
        };
    }

    private TInput? TryRead(Value given, out string refusal)
    {
        try
        {
            refusal = "The action needs fields, and the step gives none.";
            return JsonSerializer.Deserialize(Written(given), input);
        }
        catch (JsonException exception)
        {
            // Its text may quote the value; the path is the designer's own field name.
            refusal = $"The step's fields do not fit the action at '{exception.Path ?? "$"}'.";
            return default;
        }
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
