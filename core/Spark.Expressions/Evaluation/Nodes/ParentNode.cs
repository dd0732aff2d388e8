namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>The context that the one before it came from: <c>%</c>, carried along the path as a variable.</summary>
internal sealed class ParentNode(int position, string label) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Leaf();
        return frame.TryGet(label, out var value) ? Sequences.Collapse(value) : default;
    }
}
