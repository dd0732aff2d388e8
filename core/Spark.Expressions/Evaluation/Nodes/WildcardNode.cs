using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>All fields: <c>*</c>.</summary>
internal sealed class WildcardNode(int position) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context) =>
        Sequences.Collapse(EvaluateRaw(input, frame, context));

    public override Value EvaluateRaw(Value input, Frame frame, EvaluationContext context)
    {
        context.Leaf();
        if (input.List is { Count: > 0 } wrapper && wrapper.Is(ListTraits.OuterWrapper))
        {
            input = wrapper[0];
        }

        var values = input.Cell switch
        {
            ObjectCell map => map.Fields.Values,
            ArrayCell list => list.Span,
            _ => [],
        };
        var found = ArrayCell.Sequence();
        var isPlain = false;
        foreach (var value in values)
        {
            if (value.List is { } list)
            {
                isPlain = true;
                Flatten(list, found, context, 0);
            }
            else
            {
                context.Add(found, value);
            }
        }

        // Fields that are arrays make the result one: it stays an array even with one item.
        return new Value(isPlain ? found.As(ListTraits.None) : found);
    }

    private static void Flatten(ArrayCell list, ArrayCell found, EvaluationContext context, int depth)
    {
        Nesting.Check(depth);
        context.Step();
        foreach (var item in list.Span)
        {
            if (item.List is { } inner)
            {
                Flatten(inner, found, context, depth + 1);
            }
            else
            {
                context.Add(found, item);
            }
        }
    }
}
