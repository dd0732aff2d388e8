using Spark.Expressions.Functions;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A function that copies an object with changes: <c>|…|…|</c>.</summary>
internal sealed class TransformNode(int position, Node pattern, Node update, Node? delete) : Node(position)
{
    public Node Pattern => pattern;

    public Node Update => update;

    public Node? Delete => delete;

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Leaf();
        return new Value(new TransformCell(this, frame));
    }
}
