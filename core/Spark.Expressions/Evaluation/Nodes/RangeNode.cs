using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>The integers from one to another.</summary>
internal sealed class RangeNode(int position, Node left, Node right) : Node(position)
{
    private const double Limit = 10_000_000;

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var first = left.Evaluate(input, frame, context);
        var last = right.Evaluate(input, frame, context);
        context.Exit();
        Check(first, "T2003", "left");
        Check(last, "T2004", "right");
        if (first.IsUndefined || last.IsUndefined || first.AsNumber() > last.AsNumber())
        {
            return default;
        }

        return Sequences.Collapse(new Value(Make(first.AsNumber(), last.AsNumber(), context)));
    }

    private ArrayCell Make(double first, double last, EvaluationContext context)
    {
        var size = last - first + 1;
        if (size > Limit)
        {
            throw Failure.At("D2014", Position, "..", $"A range has at most 1e7 items, not {NumberText.Format(size)}");
        }

        try
        {
            context.CheckSequence((long)size);
            context.Charge((long)size);
        }
        catch (ExpressionException wrong) when (wrong.Locate(Position, ".."))
        {
            throw;
        }

        var items = new Value[(int)size];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = Value.From(first + index);
        }

        return new ArrayCell(items, ListTraits.Sequence);
    }

    private void Check(Value operand, string code, string side)
    {
        var isInteger = operand.IsNumber && double.IsFinite(operand.AsNumber()) && Math.Truncate(operand.AsNumber()).Equals(operand.AsNumber());
        if (!operand.IsUndefined && !isInteger)
        {
            throw Failure.At(code, Position, "..", $"The {side} side of \"..\" must be an integer, got {Failure.Show(operand)}");
        }
    }
}
