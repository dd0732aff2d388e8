using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A path of which a step binds variables (<c>@</c>, <c>#</c>) or is asked for by <c>%</c>: its steps hand rows on.</summary>
internal sealed class RowPathNode(int position, PathStep[] steps, bool keepSingleton, bool givesRows, GroupNode? group) : Node(position)
{
    private readonly bool isAbsolute = steps[0].Node is VariableNode;
    private readonly bool endsSorted = steps[^1].Node is SortNode && steps[..^1].Any(step => step.BindsRows);

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var state = !isAbsolute && input.List is not null ? new PathState(input, true) : PathState.One(input);
        ArrayCell? rows = null;
        var binds = false;
        for (var index = 0; index < steps.Length; index++)
        {
            var step = steps[index];
            binds |= step.BindsRows;
            if (index == 0 && step.IsConstructed)
            {
                state = PathState.Items(step.Node.Evaluate(new Value(state.ToList()), frame, context));
            }
            else if (binds)
            {
                rows = RowStep.Evaluate(step, rows, state, frame, context);
                continue;
            }
            else
            {
                state = step.Evaluate(state, frame, context, isLast: index == steps.Length - 1);
            }

            if (state.IsList ? state.Value.List is not { Count: > 0 } : state.Value.IsUndefined)
            {
                break;
            }
        }

        var result = Finish(state, rows, frame, context);
        context.Exit();
        return Sequences.Collapse(result);
    }

    private Value Finish(PathState state, ArrayCell? rows, Frame frame, EvaluationContext context)
    {
        var result = state.Value;
        if (rows is not null)
        {
            result = new Value(givesRows ? rows : Currents(rows));
        }
        else if (state.IsEmpty && (steps[0].BindsRows || state.Value.List?.Is(ListTraits.Constructed) != true))
        {
            result = default;
        }

        if (keepSingleton)
        {
            result = Sequences.KeepPathSingleton(result);
        }

        if (group is not null)
        {
            var grouped = rows is null ? result : new Value(endsSorted ? RowStep.Exposed(rows) : rows);
            result = group.Group(grouped, frame, context);
        }

        return result;
    }

    private static ArrayCell Currents(ArrayCell rows)
    {
        var values = ArrayCell.Sequence();
        foreach (var row in rows.Span)
        {
            values.Add(((RowCell)row.Cell!).Current);
        }

        return values;
    }
}
