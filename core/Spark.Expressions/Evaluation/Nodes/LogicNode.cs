using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>And, or; the right side is evaluated only when it counts.</summary>
internal sealed class LogicNode(int position, bool isAnd, Node left, Node right) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var result = Truth.Of(left.Evaluate(input, frame, context), context);
        if (result == isAnd)
        {
            result = Right(input, frame, context);
        }

        context.Exit();
        return Value.From(result);
    }

    private bool Right(Value input, Frame frame, EvaluationContext context)
    {
        try
        {
            return Truth.Of(right.Evaluate(input, frame, context), context);
        }
        catch (ExpressionException wrong) when (wrong.Claim(Position, isAnd ? "and" : "or"))
        {
            throw;
        }
    }
}
