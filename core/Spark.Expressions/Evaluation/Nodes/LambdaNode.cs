using Spark.Expressions.Functions;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>The definition of a function.</summary>
internal sealed class LambdaNode(int position, string[] parameters, Signature? signature, Node body) : Node(position)
{
    public string[] Parameters => parameters;

    public Signature? Signature => signature;

    public Node Body => body;

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Leaf();
        return new Value(new LambdaCell(this, input, frame));
    }
}
