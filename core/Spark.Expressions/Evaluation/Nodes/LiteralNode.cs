namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A value that the expression itself writes.</summary>
internal sealed class LiteralNode(int position, Value value) : Node(position)
{
    public Value Value => value;

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Leaf();
        return value;
    }
}
