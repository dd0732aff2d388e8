using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A path of nothing but names, which most paths are.</summary>
internal sealed class NamePathNode(int position, FieldName[] names) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var state = input.List is null ? PathState.One(input) : new PathState(input, true);
        for (var index = 0; index < names.Length; index++)
        {
            var isLast = index == names.Length - 1;
            context.Leaf();
            if (!state.IsList && state.Value.Map is { } map)
            {
                map.TryGet(names[index], out var value);
                state = value.List is null ? PathState.One(value) : Unpack(value, isLast);
            }
            else if (state.IsList)
            {
                state = StepOver(state.Value.List!, names[index], isLast, context);
            }
            else
            {
                state = default;
            }

            if (state.IsEmpty && !isLast)
            {
                state = default;
                break;
            }
        }

        context.Exit();
        return Sequences.Collapse(state.Value);
    }

    private static PathState Unpack(Value value, bool isLast)
    {
        var output = default(StepOutput);
        output.Add(value.List!.IsSequence ? Sequences.Collapse(value) : value, null!);
        return output.End(isLast);
    }

    private static PathState StepOver(ArrayCell list, FieldName name, bool isLast, EvaluationContext context)
    {
        var output = default(StepOutput);
        foreach (var item in list.Span)
        {
            context.Step();
            output.Add(Sequences.Collapse(Lookup.Field(item, name, context)), context);
        }

        return output.End(isLast);
    }
}
