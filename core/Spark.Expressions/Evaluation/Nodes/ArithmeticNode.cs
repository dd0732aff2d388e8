using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>Addition, subtraction, multiplication, division, remainder.</summary>
internal sealed class ArithmeticNode(int position, char sign, Node left, Node right) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var first = left.Evaluate(input, frame, context);
        var second = right.Evaluate(input, frame, context);
        context.Exit();
        Check(first, "T2001", "left");
        Check(second, "T2002", "right");
        if (first.IsUndefined || second.IsUndefined)
        {
            return default;
        }

        var a = first.AsNumber();
        var b = second.AsNumber();
        return Value.From(sign switch
        {
            '+' => a + b,
            '-' => a - b,
            '*' => a * b,
            '/' => a / b,
            _ => a % b,
        });
    }

    private void Check(Value operand, string code, string side)
    {
        if (operand.IsUndefined || (operand.IsNumber && double.IsFinite(operand.AsNumber())))
        {
            return;
        }

        if (operand.IsNumber && double.IsInfinity(operand.AsNumber()))
        {
            throw Failure.At("D1001", Position, sign.ToString(), $"The number is out of range: {NumberText.Format(operand.AsNumber())}");
        }

        throw Failure.At(code, Position, sign.ToString(), $"The {side} side of \"{sign}\" must be a number, got {Failure.Show(operand)}");
    }
}
