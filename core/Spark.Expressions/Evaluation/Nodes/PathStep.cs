namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>One step of a path, with what happens to its items.</summary>
internal sealed class PathStep(Node node, StepStage[] stages, bool isConstructed)
{
    public Node Node => node;

    public StepStage[] Stages => stages;

    public bool IsConstructed => isConstructed;

    /// <summary>The variable that <c>@</c> binds, and that <c>#</c> binds; the variable that carries the parent.</summary>
    public string? Focus { get; init; }

    public string? Index { get; init; }

    public string? Ancestor { get; init; }

    public bool BindsRows { get; init; }

    public PathState Evaluate(PathState state, Frame frame, EvaluationContext context, bool isLast)
    {
        if (node is SortNode sort)
        {
            var sorted = sort.Sort(state.ToList(), frame, context);
            var left = Filter(new Value(sorted), frame, context);
            return left.List is { } list ? PathState.Many(list) : PathState.One(left);
        }

        var output = default(StepOutput);
        if (!state.IsList)
        {
            output.Add(Filter(node.Evaluate(state.Value, frame, context), frame, context), context);
            return output.End(isLast);
        }

        foreach (var item in state.Value.List!.Span)
        {
            output.Add(Filter(node.Evaluate(item, frame, context), frame, context), context);
        }

        return output.End(isLast);
    }

    private Value Filter(Value value, Frame frame, EvaluationContext context)
    {
        foreach (var stage in stages)
        {
            value = stage.Filter!.Apply(value, frame, context);
        }

        return value;
    }
}
