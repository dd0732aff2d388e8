namespace Spark.Expressions;

/// <summary>A parsed expression (stand-in).</summary>
public sealed class Expression
{
    private readonly Func<Value, EvaluationOptions, Value> run;

    private Expression(string text)
    {
        Text = text;
        run = new Fallback(text).Parse();
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Parses an expression.</summary>
    public static Expression Parse(string text) => new(text);

    /// <summary>Evaluates it.</summary>
    public Value Evaluate(Value input, EvaluationOptions options) => run(input, options);
}
