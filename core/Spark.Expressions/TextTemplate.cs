namespace Spark.Expressions;

/// <summary>A text with expressions.</summary>
public sealed class TextTemplate
{
    private TextTemplate(string text) => Text = text;

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Parses a text.</summary>
    public static TextTemplate Parse(string text) => new(text);

    /// <summary>Evaluates it.</summary>
    public Value Evaluate(Value input, EvaluationOptions options) => throw new NotSupportedException(Text);
}
