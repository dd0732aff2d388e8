namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>In: whether a plain value is among others. Objects and arrays are only themselves.</summary>
internal sealed class MembershipNode(int position, Node left, Node right) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var wanted = left.Evaluate(input, frame, context);
        var among = right.Evaluate(input, frame, context);
        context.Exit();
        if (wanted.IsUndefined || among.IsUndefined)
        {
            return Value.False;
        }

        if (among.List is not { } list)
        {
            return Value.From(IsSame(wanted, among));
        }

        context.Charge(list.Count);
        foreach (var item in list.Span)
        {
            if (IsSame(wanted, item))
            {
                return Value.True;
            }
        }

        return Value.False;
    }

    private static bool IsSame(Value left, Value right) => left.Cell is string text
        ? right.Cell is string other && string.Equals(text, other, StringComparison.Ordinal)
        : ReferenceEquals(left.Cell, right.Cell) && left.AsNumber().Equals(right.AsNumber());
}
