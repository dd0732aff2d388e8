using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>Predicates and a grouping behind something that is not a path, and brackets that keep an array.</summary>
internal sealed class PostfixNode(Node inner, Filter[] filters, GroupNode? group, bool keepArray) : Node(inner.Position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        var value = inner.EvaluateRaw(input, frame, context);
        foreach (var filter in filters)
        {
            value = filter.Apply(value, frame, context);
        }

        if (filters.Length > 0 && keepArray && value.List is null && !value.IsUndefined)
        {
            value = new Value(ArrayCell.SequenceOf(value));
        }

        if (group is not null)
        {
            value = group.Group(value, frame, context);
        }

        return Sequences.Collapse(keepArray ? Sequences.KeepSingleton(value) : value);
    }
}
