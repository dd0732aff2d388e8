using Spark.Expressions.Functions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>Hands a value to a function, or chains two functions: <c>~&gt;</c>.</summary>
internal sealed class ApplyNode(int position, Node left, Node right) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context) =>
        Sequences.Collapse(EvaluateRaw(input, frame, context));

    public override Value EvaluateRaw(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var result = Apply(input, frame, context);
        context.Exit();
        return result;
    }

    private Value Apply(Value input, Frame frame, EvaluationContext context)
    {
        var value = left.Evaluate(input, frame, context);
        if (right is CallNode call)
        {
            return call.Invoke(input, frame, context, value);
        }

        var target = right.Evaluate(input, frame, context);
        if (target.Function is not { } function)
        {
            throw Failure.At("T2006", Position, null, $"The right side of ~> must be a function, got {Failure.Show(target)}");
        }

        if (value.Function is { } first)
        {
            return new Value(new ChainCell(first, function));
        }

        return context.Apply(function, [value], Value.Null, frame);
    }
}
