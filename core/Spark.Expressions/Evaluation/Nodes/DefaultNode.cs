using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A value, or another when it is missing (<c>??</c>) or counts as false (<c>?:</c>). The value is evaluated once.</summary>
internal sealed class DefaultNode(int position, bool onlyWhenMissing, Node value, Node otherwise) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var result = value.Evaluate(input, frame, context);
        var isThere = onlyWhenMissing ? !result.IsUndefined : Truth.Of(result, context);
        if (!isThere)
        {
            result = otherwise.Evaluate(input, frame, context);
        }

        context.Exit();
        return result;
    }
}
