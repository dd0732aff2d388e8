namespace Spark.Expressions;

/// <summary>A text with expressions (stand-in).</summary>
public sealed class TextTemplate
{
    private readonly List<(string? Literal, Expression? Code)> parts = [];

    private TextTemplate(string text)
    {
        Text = text;
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                parts.Add((text[at..], null));
                break;
            }

            if (open > at)
            {
                parts.Add((text[at..open], null));
            }

            var close = text.IndexOf('}', open);
            parts.Add((null, Expression.Parse(text[(open + 1)..close])));
            at = close + 1;
        }
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Parses a text.</summary>
    public static TextTemplate Parse(string text) => new(text);

    /// <summary>Evaluates it.</summary>
    public Value Evaluate(Value input, EvaluationOptions options) => parts is [(null, { } only)]
        ? only.Evaluate(input, options)
        : Value.From(string.Concat(parts.Select(p => p.Literal ?? p.Code!.Evaluate(input, options).ToText())));
}
