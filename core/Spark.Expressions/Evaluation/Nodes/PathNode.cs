using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A path whose steps hand sequences of values on.</summary>
internal sealed class PathNode(int position, PathStep[] steps, bool keepSingleton, GroupNode? group) : Node(position)
{
    private readonly bool isAbsolute = steps[0].Node is VariableNode;

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var state = !isAbsolute && input.List is not null ? new PathState(input, true) : PathState.One(input);
        for (var index = 0; index < steps.Length; index++)
        {
            var step = steps[index];
            state = index == 0 && step.IsConstructed
                ? PathState.Items(step.Node.Evaluate(new Value(state.ToList()), frame, context))
                : step.Evaluate(state, frame, context, isLast: index == steps.Length - 1);
            if (state.IsList ? state.Value.List is not { Count: > 0 } : state.Value.IsUndefined)
            {
                break;
            }
        }

        var result = state.Value;
        if (keepSingleton)
        {
            result = state.IsList || result.IsUndefined ? Sequences.KeepPathSingleton(result) : Kept(result);
        }

        if (group is not null)
        {
            result = group.Group(result, frame, context);
        }

        context.Exit();
        return Sequences.Collapse(result);
    }

    private static Value Kept(Value only) => new(new ArrayCell([only], ListTraits.Sequence | ListTraits.KeepSingleton));
}
