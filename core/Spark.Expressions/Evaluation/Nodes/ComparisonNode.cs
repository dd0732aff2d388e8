using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>Less, greater, and their likes, between two numbers or two strings.</summary>
internal sealed class ComparisonNode(int position, string sign, Node left, Node right) : Node(position)
{
    private readonly bool isLess = sign[0] == '<';
    private readonly bool orEqual = sign.Length == 2;

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var first = left.Evaluate(input, frame, context);
        var second = right.Evaluate(input, frame, context);
        context.Exit();
        if (first.IsNumber && second.IsNumber)
        {
            return Value.From(Holds(first.AsNumber(), second.AsNumber()));
        }

        Check(first);
        Check(second);
        if (first.IsUndefined || second.IsUndefined)
        {
            return default;
        }

        return first.Kind == second.Kind
            ? Value.From(Holds(string.CompareOrdinal(first.AsString(), second.AsString()), 0))
            : throw Failure.At("T2009", Position, sign, $"\"{sign}\" cannot compare {Failure.Show(first)} with {Failure.Show(second)}");
    }

    private bool Holds(double first, double second) => isLess
        ? first < second || (orEqual && first == second)
        : first > second || (orEqual && first == second);

    private void Check(Value operand)
    {
        if (operand.Kind is not (ValueKind.Undefined or ValueKind.Number or ValueKind.String))
        {
            throw Failure.At("T2010", Position, sign, $"\"{sign}\" compares numbers or strings, got {Failure.Show(operand)}");
        }
    }
}
