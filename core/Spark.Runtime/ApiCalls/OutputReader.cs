using System.Text.Json;
using Spark.Expressions;

namespace Spark.Runtime.ApiCalls;

/// <summary>Takes the outputs out of an answer.</summary>
internal static class OutputReader
{
    private const int DeepestJson = 64;
    private const int LongestText = 30 * 1024;

    private static readonly EvaluationLimits Limits = EvaluationLimits.Default with { TimeLimit = TimeSpan.FromSeconds(1), MaxDepth = 200 };

    /// <summary>The body as a value; what is no JSON is a text.</summary>
    public static Value Body(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var start = bytes.Span.StartsWith(System.Text.Encoding.UTF8.Preamble) ? 3 : 0;
            using var document = JsonDocument.Parse(bytes[start..], new() { MaxDepth = DeepestJson });
            return Value.From(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return Value.From(System.Text.Encoding.UTF8.GetString(bytes.Span));
        }
    }

    public static IReadOnlyList<OutputPreview> Read(CompiledCall call, Value body, DateTimeOffset now) =>
        [.. call.Outputs.Select(output => Read(output, body, now))];

    private static OutputPreview Read(CompiledOutput output, Value body, DateTimeOffset now)
    {
        var name = output.Definition.Name;
        try
        {
            var found = output.Expression.Evaluate(body, new() { Now = now, Random = () => 0, Limits = Limits });
            return Preview(output.Definition, found);
        }
        catch (ExpressionException wrong)
        {
            return new(name, null, wrong.Message, wrong.Code, wrong.Position);
        }
    }

    private static OutputPreview Preview(ApiCallOutput output, Value found)
    {
        if (found.IsUndefined || found.Kind == ValueKind.Null)
        {
            return new(output.Name, null, output.Required ? "The answer has no such value." : null, null, null);
        }

        if (ParameterValues.Coerce(found, output.Type) is not { } value)
        {
            var what = found.Kind == ValueKind.Array ? "a list: name one of its items, such as result[0]" : "of another type";
            return new(output.Name, null, $"The value is no {ParameterValues.Word(output.Type)}, but {what}.", null, null);
        }

        if (output.Type == ApiCallValueType.Text && (value.AsString().Length > LongestText || (output.Required && string.IsNullOrWhiteSpace(value.AsString()))))
        {
            return new(output.Name, null, value.AsString().Length > LongestText ? $"The text is longer than {LongestText} characters." : "The text is empty.", null, null);
        }

        return new(output.Name, value.ToJsonElement(), null, null, null);
    }
}
