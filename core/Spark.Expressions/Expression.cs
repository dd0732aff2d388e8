namespace Spark.Expressions;

/// <summary>A parsed expression.</summary>
public sealed class Expression
{
    private Expression(string text) => Text = text;

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Parses an expression.</summary>
    public static Expression Parse(string text) => new(text);

    /// <summary>Evaluates it.</summary>
    public Value Evaluate(Value input, EvaluationOptions options) => throw new NotSupportedException(Text);
}
