namespace Spark.Expressions.Evaluation;

/// <summary>From where a function is called.</summary>
internal readonly struct Invocation(EvaluationContext context, Value input, Frame frame)
{
    public EvaluationContext Context { get; } = context;

    /// <summary>The context value at the place of the call.</summary>
    public Value Input { get; } = input;

    public Frame Frame { get; } = frame;
}
