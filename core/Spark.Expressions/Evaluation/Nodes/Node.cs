namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A compiled part of an expression. It holds no state, so that threads share it.</summary>
internal abstract class Node(int position)
{
    /// <summary>Where errors point.</summary>
    public int Position { get; } = position;

    /// <summary>The value; a sequence of one item is given as that item.</summary>
    public abstract Value Evaluate(Value input, Frame frame, EvaluationContext context);

    /// <summary>The value with its sequence as it came, for predicates that follow.</summary>
    public virtual Value EvaluateRaw(Value input, Frame frame, EvaluationContext context) => Evaluate(input, frame, context);
}
