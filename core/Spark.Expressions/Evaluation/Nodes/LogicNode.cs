using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>And, or; the right side is evaluated only when it counts.</summary>
internal sealed class LogicNode(int position, bool isAnd, Node left, Node right) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var result = Decide(left.Evaluate(input, frame, context), input, frame, context);

        context.Exit();
        return Value.From(result);
    }

    // Errors of the left side itself keep their place.
    private bool Decide(Value first, Value input, Frame frame, EvaluationContext context)
    {
        try
        {
            var result = Truth.Of(first, context);
            return result == isAnd ? Truth.Of(right.Evaluate(input, frame, context), context) : result;
        }
        catch (ExpressionException wrong) when (wrong.Claim(Position, isAnd ? "and" : "or"))
        {
            throw;
        }
    }
}
