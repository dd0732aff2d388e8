using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>The minus sign before a value.</summary>
internal sealed class NegateNode(int position, Node operand) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var value = operand.Evaluate(input, frame, context);
        context.Exit();
        if (value.IsUndefined)
        {
            return default;
        }

        return Numbers.IsNumeric(value)
            ? Value.From(-value.AsNumber())
            : throw Failure.At("D1002", Position, "-", $"Only a number can be negated, not {Failure.Show(value)}");
    }
}
