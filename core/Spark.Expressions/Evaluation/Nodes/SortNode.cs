using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>The order-by step of a path. Each key is evaluated once an item, and only when it is needed.</summary>
internal sealed class SortNode(int position, Node[] terms, bool[] descending) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context) =>
        new(Sort(Sequences.ListOf(input), frame, context));

    public ArrayCell Sort(ArrayCell list, Frame frame, EvaluationContext context)
    {
        if (list.Count <= 1)
        {
            return list;
        }

        var items = list.Memory;
        var keys = new Value?[items.Length * terms.Length];
        var order = new int[items.Length];
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        MergeSort.Sort(order, (left, right) => Compare(left, right) > 0, context);
        var sorted = new Value[items.Length];
        for (var index = 0; index < sorted.Length; index++)
        {
            sorted[index] = items.Span[order[index]];
        }

        return new ArrayCell(sorted, list.Traits & ListTraits.Rows);

        Value Key(int item, int term) => keys[(item * terms.Length) + term] ??= EvaluateKey(items.Span[item], terms[term], frame, context);

        int Compare(int left, int right)
        {
            for (var term = 0; term < terms.Length; term++)
            {
                var comparison = CompareKeys(Key(left, term), Key(right, term), descending[term]);
                if (comparison != 0)
                {
                    return comparison;
                }
            }

            return 0;
        }
    }

    private static Value EvaluateKey(Value item, Node term, Frame frame, EvaluationContext context) => item.Cell is RowCell row
        ? term.Evaluate(row.Current, Frame.ForRow(frame, row), context)
        : term.Evaluate(item, frame, context);

    // What is missing comes last, whichever way the order goes.
    private int CompareKeys(Value left, Value right, bool isDescending)
    {
        if (left.IsUndefined || right.IsUndefined)
        {
            return left.IsUndefined ? (right.IsUndefined ? 0 : 1) : -1;
        }

        var sortable = (left.IsNumber || left.Kind == ValueKind.String) && (right.IsNumber || right.Kind == ValueKind.String);
        if (!sortable)
        {
            var wrong = left.IsNumber || left.Kind == ValueKind.String ? right : left;
            throw Failure.At("T2008", Position, null, $"An order-by needs numbers or strings, got {Failure.Show(wrong)}");
        }

        if (left.Kind != right.Kind)
        {
            throw Failure.At("T2007", Position, null, $"An order-by cannot compare {Failure.Show(left)} with {Failure.Show(right)}");
        }

        var comparison = left.IsNumber
            ? left.AsNumber().CompareTo(right.AsNumber())
            : string.CompareOrdinal(left.AsString(), right.AsString());
        return isDescending ? -comparison : comparison;
    }
}
