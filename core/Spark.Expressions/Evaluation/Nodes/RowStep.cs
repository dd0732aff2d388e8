using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>One step of a path that hands rows on.</summary>
internal static class RowStep
{
    private const ListTraits RowSequence = ListTraits.Sequence | ListTraits.Rows;

    public static ArrayCell Evaluate(PathStep step, ArrayCell? rows, PathState state, Frame frame, EvaluationContext context)
    {
        var result = step.Node is SortNode sort
            ? Sort(step, sort, rows, state, frame, context)
            : Walk(step, rows ?? RowsOf(state.ToList()), frame, context);
        var isSorted = step.Node is SortNode && rows is not null;
        foreach (var stage in step.Stages)
        {
            if (stage.Filter is { } filter)
            {
                result = isSorted
                    ? FilterSorted(filter, result, frame, context)
                    : filter.Apply(new Value(result), frame, context).List ?? new ArrayCell(RowSequence);
            }
            else
            {
                result = Number(result, stage.Index!);
            }
        }

        return result;
    }

    /// <summary>Rows behind an order-by, as predicates and groupings see them there: objects, of which nothing is bound. So the reference has it.</summary>
    public static ArrayCell Exposed(ArrayCell rows)
    {
        var shown = ArrayCell.Sequence();
        foreach (var row in rows.Span)
        {
            shown.Add(((RowCell)row.Cell!).ToObject());
        }

        return shown;
    }

    private static ArrayCell FilterSorted(Filter filter, ArrayCell rows, Frame frame, EvaluationContext context)
    {
        var shown = Exposed(rows);
        var origins = new Dictionary<object, Value>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < shown.Count; index++)
        {
            origins.Add(shown[index].Cell!, rows[index]);
        }

        var kept = new ArrayCell(RowSequence);
        var filtered = filter.Apply(new Value(shown), frame, context);
        if (!filtered.IsUndefined)
        {
            foreach (var item in Sequences.ListOf(filtered).Span)
            {
                kept.Add(origins[item.Cell!]);
            }
        }

        return kept;
    }

    private static ArrayCell Sort(PathStep step, SortNode sort, ArrayCell? rows, PathState state, Frame frame, EvaluationContext context)
    {
        if (rows is not null)
        {
            return sort.Sort(rows, frame, context);
        }

        var sorted = RowsOf(sort.Sort(state.ToList(), frame, context));
        return step.Index is null ? sorted : Number(sorted, step.Index);
    }

    private static ArrayCell RowsOf(ArrayCell list)
    {
        var rows = new ArrayCell(RowSequence);
        foreach (var item in list.Span)
        {
            rows.Add(item.Cell is RowCell ? item : new Value(RowCell.Of(item)));
        }

        return rows;
    }

    private static ArrayCell Number(ArrayCell rows, string name)
    {
        var numbered = new ArrayCell(RowSequence);
        for (var index = 0; index < rows.Count; index++)
        {
            var row = (RowCell)rows[index].Cell!;
            var copy = row.With(row.Current);
            copy.Bind(name, Value.From(index));
            numbered.Add(new Value(copy));
        }

        return numbered;
    }

    private static ArrayCell Walk(PathStep step, ArrayCell rows, Frame frame, EvaluationContext context)
    {
        var output = new ArrayCell(RowSequence);
        for (var at = 0; at < rows.Count; at++)
        {
            var row = (RowCell)rows[at].Cell!;
            var result = step.Node.Evaluate(row.Current, Frame.ForRow(frame, row), context);
            if (result.IsUndefined)
            {
                continue;
            }

            var list = Sequences.ListOf(result);
            for (var index = 0; index < list.Count; index++)
            {
                context.Add(output, new Value(Next(step, row, list[index], index)));
            }
        }

        return output;
    }

    private static RowCell Next(PathStep step, RowCell row, Value item, int index)
    {
        if (item.Cell is RowCell inner)
        {
            // A path inside gave rows of its own: what it bound comes to what was bound before.
            var joined = row.With(inner.Current);
            for (var at = 0; at < inner.Names.Length; at++)
            {
                joined.Bind(inner.Names[at], inner.Values[at]);
            }

            return joined;
        }

        var next = row.With(step.Focus is null ? item : row.Current);
        if (step.Focus is not null)
        {
            next.Bind(step.Focus, item);
        }

        if (step.Index is not null)
        {
            next.Bind(step.Index, Value.From(index));
        }

        if (step.Ancestor is not null)
        {
            next.Bind(step.Ancestor, row.Current);
        }

        return next;
    }
}
