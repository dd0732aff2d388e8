namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>Binds a variable in the block around it.</summary>
internal sealed class BindNode(int position, string name, Node value) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var result = value.Evaluate(input, frame, context);
        frame.Bind(name, result);
        context.Exit();
        return result;
    }
}
