using System.Text;
using Spark.Expressions.Values;

namespace Spark.Expressions;

/// <summary>
/// A text of a bot with expressions in braces: <c>Hello {person.name}</c>. Two braces stand for one:
/// <c>{{</c> for <c>{</c> and <c>}}</c> for <c>}</c>. Parsed once, evaluated from many threads at once.
/// </summary>
public sealed class TextTemplate
{
    // Literal strings and expressions by turns of any kind.
    private readonly List<object> parts;

    private TextTemplate(string text, List<object> parts)
    {
        Text = text;
        this.parts = parts;
        Expressions = [.. parts.OfType<Expression>()];
    }

    /// <summary>The text that it was parsed from.</summary>
    public string Text { get; }

    /// <summary>True when it holds no expression.</summary>
    public bool IsLiteral => Expressions.Count == 0;

    /// <summary>The expressions, each with its offset in the text.</summary>
    public IReadOnlyList<Expression> Expressions { get; }

    /// <summary>Parses a text.</summary>
    /// <exception cref="ExpressionException">An expression is not well formed; the position counts from the start of the text.</exception>
    public static TextTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<object>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var isDoubled = at + 1 < text.Length && text[at + 1] == text[at];
            if (text[at] is '{' or '}' && isDoubled)
            {
                literal.Append(text[at++]);
            }
            else if (text[at] == '{')
            {
                Flush(literal, found);
                var (expression, end) = Expression.ParseEmbedded(text, at + 1);
                found.Add(expression);
                at = end;
            }
            else
            {
                literal.Append(text[at]);
            }
        }

        Flush(literal, found);
        return new TextTemplate(text, found);
    }

    /// <summary>
    /// Fills the text in. A text that is exactly one expression gives that expression's value with its type, or undefined
    /// when it is missing; any other gives a string, in which what is missing is empty.
    /// </summary>
    /// <exception cref="ExpressionException">A mistake in an expression or its input, or a bound that it met.</exception>
    public Value Evaluate(Value input, EvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return parts is [Expression only] ? only.Evaluate(input, options) : new Value(Fill(input, options, static value => value));
    }

    /// <summary>Fills the text in, with each expression's text made harmless for where it goes, such as an address.</summary>
    /// <param name="input">What the expressions see.</param>
    /// <param name="options">Bounds, clock and random numbers.</param>
    /// <param name="encode">Encodes what an expression came to.</param>
    /// <exception cref="ExpressionException">A mistake in an expression or its input, or a bound that it met.</exception>
    public string Fill(Value input, EvaluationOptions options, Func<string, string> encode)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(encode);
        return Compose(input, options, encode, show: null);
    }

    /// <summary>Fills the text in for people: each value is shown by <paramref name="show"/> where that has an own form for it.</summary>
    /// <param name="input">The input.</param>
    /// <param name="options">What the evaluation takes from its caller.</param>
    /// <param name="show">The form of an expression's value; null for its plain text.</param>
    /// <exception cref="ExpressionException">A mistake in an expression or its input, or a bound that it met.</exception>
    public string Show(Value input, EvaluationOptions options, Func<Expression, Value, string?> show)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(show);
        return Compose(input, options, encode: null, show);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Most texts of a bot are one literal, which is not copied.
    private string Compose(Value input, EvaluationOptions options, Func<string, string>? encode, Func<Expression, Value, string?>? show)
    {
        var texts = new string[parts.Count];
        var length = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = parts[i] is Expression expression ? TextOf(expression, expression.Evaluate(input, options), encode, show) : (string)parts[i];
            length += texts[i].Length;
            if (length > options.Limits.MaxString)
            {
                throw Failure.New("U1004", $"The text is longer than {options.Limits.MaxString} characters");
            }
        }

        return texts.Length == 1 ? texts[0] : string.Concat(texts);
    }

    private static string TextOf(Expression expression, Value value, Func<string, string>? encode, Func<Expression, Value, string?>? show)
    {
        var text = show?.Invoke(expression, value) ?? value.ToText();
        return encode is null ? text : encode(text);
    }

    private static void Flush(StringBuilder literal, List<object> found)
    {
        if (literal.Length > 0)
        {
            found.Add(literal.ToString());
            literal.Clear();
        }
    }
}
