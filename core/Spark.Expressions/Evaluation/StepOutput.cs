using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation;

/// <summary>Gathers what a step gives for each item, and flattens arrays into one sequence. No array is made for one result.</summary>
internal struct StepOutput
{
    private Value first;
    private ArrayCell? output;
    private bool hasFirst;

    public void Add(Value result, EvaluationContext context)
    {
        if (result.IsUndefined)
        {
            return;
        }

        if (!hasFirst)
        {
            first = result;
            hasFirst = true;
            return;
        }

        if (output is null)
        {
            output = ArrayCell.Sequence();
            Flatten(output, first, context);
        }

        Flatten(output, result, context);
    }

    public readonly PathState End(bool isLastStep)
    {
        if (output is not null)
        {
            return PathState.Many(output);
        }

        if (first.List is not { } list || list.Is(ListTraits.Constructed))
        {
            return PathState.One(first);
        }

        // An array that a path ends at is that array; on the way it is a sequence like any other.
        return PathState.Many(isLastStep && !list.IsSequence ? list : list.As(ListTraits.Sequence));
    }

    private static void Flatten(ArrayCell output, Value result, EvaluationContext context)
    {
        if (result.List is { } list && !list.Is(ListTraits.Constructed))
        {
            context.AddRange(output, list.Span);
        }
        else
        {
            context.Add(output, result);
        }
    }
}
