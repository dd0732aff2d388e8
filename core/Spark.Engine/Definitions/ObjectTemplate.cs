using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>An object.</summary>
/// <param name="Fields">The fields, in order.</param>
public sealed record ObjectTemplate(IReadOnlyList<KeyValuePair<string, ValueTemplate>> Fields) : ValueTemplate
{
    /// <inheritdoc/>
    public override Value Evaluate(Value input, EvaluationOptions options)
    {
        var fields = new List<KeyValuePair<string, Value>>(Fields.Count);
        foreach (var (name, template) in Fields)
        {
            var value = template.Evaluate(input, options);
            if (!value.IsUndefined)
            {
                fields.Add(new(name, value));
            }
        }

        return Value.Object(fields);
    }
}
