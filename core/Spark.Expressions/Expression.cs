using Spark.Expressions.Evaluation;
using Spark.Expressions.Evaluation.Nodes;
using Spark.Expressions.Parsing;
using Spark.Expressions.Values;

namespace Spark.Expressions;

/// <summary>A JSONata expression: parsed once, then evaluated as often as needed, from many threads at once.</summary>
public sealed class Expression
{
    private readonly Node root;

    private Expression(string text, Node root)
    {
        Text = text;
        this.root = root;
    }

    /// <summary>The text that it was parsed from.</summary>
    public string Text { get; }

    /// <summary>Parses an expression.</summary>
    /// <exception cref="ExpressionException">It is not well formed: a code that starts with S, and the position.</exception>
    public static Expression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tree = Parser.Parse(text);
        return new Expression(text, Compiler.Compile(Resolver.Resolve(tree)));
    }

    /// <summary>Evaluates the expression; a missing value is undefined, not an error.</summary>
    /// <exception cref="ExpressionException">A mistake in the expression or its input, or a bound that it met.</exception>
    public Value Evaluate(Value input, EvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        // An input that is an array is one context, not a sequence of them.
        var start = input.List is { IsSequence: false } list
            ? new Value(new ArrayCell([new Value(list)], ListTraits.Sequence | ListTraits.OuterWrapper))
            : input;
        var context = new EvaluationContext(options, start);
        var result = root.Evaluate(start, new Frame(null), context);
        context.CheckResult(result);
        return result;
    }

    /// <summary>Evaluates it inside another evaluation, under the bounds of that one.</summary>
    internal Value EvaluateInside(Value input, Frame frame, EvaluationContext context) => root.Evaluate(input, frame, context);
}
