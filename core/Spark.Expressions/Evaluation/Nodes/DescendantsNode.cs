using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>The context and everything below it: <c>**</c>.</summary>
internal sealed class DescendantsNode(int position) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Leaf();
        if (input.IsUndefined)
        {
            return default;
        }

        var found = ArrayCell.Sequence();
        Collect(input, found, context, 0);
        return Sequences.Collapse(new Value(found));
    }

    private static void Collect(Value value, ArrayCell found, EvaluationContext context, int depth)
    {
        Nesting.Check(depth);
        if (value.List is { } list)
        {
            context.Step();
            foreach (var item in list.Span)
            {
                Collect(item, found, context, depth + 1);
            }

            return;
        }

        context.Add(found, value);
        if (value.Map is { } map)
        {
            foreach (var field in map.Fields.Values)
            {
                Collect(field, found, context, depth + 1);
            }
        }
    }
}
