namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>Joins two texts; what is missing is the empty string.</summary>
internal sealed class ConcatNode(int position, Node left, Node right) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var first = left.Evaluate(input, frame, context);
        var second = right.Evaluate(input, frame, context);
        context.Exit();
        try
        {
            var start = context.ToText(first);
            var end = context.ToText(second);
            context.CheckString((long)start.Length + end.Length);
            return new Value(start + end);
        }
        catch (ExpressionException wrong) when (wrong.Locate(Position, "&"))
        {
            throw;
        }
    }
}
