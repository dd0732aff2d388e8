namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>Expressions one after the other, with variables of their own; the last one counts.</summary>
internal sealed class BlockNode(int position, Node[] parts, bool binds) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var inner = binds ? new Frame(frame) : frame;
        var result = Value.Undefined;
        foreach (var part in parts)
        {
            result = part.Evaluate(input, inner, context);
        }

        context.Exit();
        return result;
    }
}
