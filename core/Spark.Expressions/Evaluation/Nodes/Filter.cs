using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A predicate in brackets: an index, several indices, or a condition.</summary>
internal sealed class Filter(Node predicate)
{
    private readonly double? index = predicate is LiteralNode { Value.IsNumber: true } literal ? Math.Floor(literal.Value.AsNumber()) : null;

    /// <summary>What is left: always an array, but for an index, whose item may stand for itself.</summary>
    public Value Apply(Value input, Frame frame, EvaluationContext context)
    {
        if (input.IsUndefined)
        {
            return index is null ? ApplyCondition(ArrayCell.SequenceOf(input), frame, context) : default;
        }

        var list = input.List;
        if (index is { } wanted)
        {
            return list is null ? (wanted is 0 or -1 ? input : default) : ItemAt(list, wanted);
        }

        return ApplyCondition(list ?? ArrayCell.SequenceOf(input), frame, context);
    }

    private static Value ItemAt(ArrayCell list, double wanted)
    {
        var at = wanted < 0 ? list.Count + wanted : wanted;
        var item = at >= 0 && at < list.Count ? list[(int)at] : default;
        return list.IsRows && !item.IsUndefined ? new Value(new ArrayCell([item], ListTraits.Sequence | ListTraits.Rows)) : item;
    }

    private Value ApplyCondition(ArrayCell list, Frame frame, EvaluationContext context)
    {
        var kept = new ArrayCell(ListTraits.Sequence | (list.Traits & ListTraits.Rows));
        for (var at = 0; at < list.Count; at++)
        {
            var item = list[at];
            var result = item.Cell is RowCell row
                ? predicate.Evaluate(row.Current, Frame.ForRow(frame, row), context)
                : predicate.Evaluate(item, frame, context);
            Keep(kept, item, result, at, list.Count, context);
        }

        return new Value(kept);
    }

    private static void Keep(ArrayCell kept, Value item, Value result, int at, int count, EvaluationContext context)
    {
        if (Numbers.IsNumeric(result))
        {
            if (IsAt(result.AsNumber(), at, count))
            {
                context.Add(kept, item);
            }
        }
        else if (result.List is { } indices && AllNumeric(indices, context))
        {
            foreach (var each in indices.Span)
            {
                if (IsAt(each.AsNumber(), at, count))
                {
                    context.Add(kept, item);
                }
            }
        }
        else if (Truth.Of(result, context))
        {
            context.Add(kept, item);
        }
    }

    private static bool IsAt(double wanted, int at, int count)
    {
        var rounded = Math.Floor(wanted);
        return (rounded < 0 ? count + rounded : rounded) == at;
    }

    private static bool AllNumeric(ArrayCell list, EvaluationContext context)
    {
        context.Charge(list.Count);
        foreach (var item in list.Span)
        {
            if (!Numbers.IsNumeric(item))
            {
                return false;
            }
        }

        return true;
    }
}
