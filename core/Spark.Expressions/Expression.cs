using Spark.Expressions.Analysis;
using Spark.Expressions.Evaluation;
using Spark.Expressions.Evaluation.Nodes;
using Spark.Expressions.Functions;
using Spark.Expressions.Parsing;
using Spark.Expressions.Values;

namespace Spark.Expressions;

/// <summary>A JSONata expression: parsed once, then evaluated as often as needed, from many threads at once.</summary>
public sealed class Expression
{
    private readonly Syntax tree;
    private readonly Node root;
    private readonly bool binds;
    private ExpressionAnalysis? analysis;
    private Formula? formula;

    private Expression(string text, int offset, Syntax tree)
    {
        Text = text;
        Offset = offset;
        this.tree = tree;
        root = Compiler.Compile(Resolver.Resolve(tree));
        binds = tree.Kind == SyntaxKind.Bind || Scopes.Binds(tree);
    }

    /// <summary>The functions of the language, without their <c>$</c>.</summary>
    public static IReadOnlyCollection<string> Functions => BuiltIns.Names;

    /// <summary>The text that it was parsed from.</summary>
    public string Text { get; }

    /// <summary>Where it begins in the text around it, from which positions are counted; 0 when it stands alone.</summary>
    public int Offset { get; }

    /// <summary>What it names and what it gives, found without evaluating it.</summary>
    public ExpressionAnalysis Analysis => analysis ??= Analyzer.Analyze(tree);

    /// <summary>The claims that it joins, when it is a condition.</summary>
    public Formula Formula => formula ??= new(tree);

    /// <summary>The names of the language's functions, without their dollar signs.</summary>
    public static IReadOnlyCollection<string> FunctionNames => BuiltIns.Names;

    /// <summary>Parses an expression.</summary>
    /// <exception cref="ExpressionException">It is not well formed: a code that starts with S, and the position.</exception>
    public static Expression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Expression(text, 0, Parser.Parse(text));
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
        var context = new EvaluationContext(options, input);
        var result = root.Evaluate(start, binds ? new Frame(null) : Frame.Empty, context);
        context.CheckResult(result);
        return result;
    }

    /// <summary>
    /// The truth of the expression when only some of its input is known: null when it depends on the rest. An <c>and</c> with one false
    /// side is false whatever the other; so guards are understood without evaluating what stands beside them.
    /// </summary>
    /// <param name="known">The input, of which only the paths are looked at.</param>
    /// <param name="paths">The paths that are known, such as <c>sys.channel</c>.</param>
    /// <exception cref="ExpressionException">A part that is known cannot be evaluated.</exception>
    public bool? Decide(Value known, IReadOnlySet<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Decision.Of(tree, known, paths);
    }

    /// <summary>The expression written anew, with one space where the language allows any.</summary>
    public string ToCanonicalText() => Printer.Print(tree);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>A part of another expression, as an expression of its own.</summary>
    internal static Expression Of(Syntax tree) => new("", 0, tree);

    /// <summary>Parses an expression inside a text, up to the brace that closes it; answers with the position of that brace, too.</summary>
    internal static (Expression Expression, int End) ParseEmbedded(string text, int start)
    {
        var (tree, end) = Parser.ParseEmbedded(text, start);
        return (new Expression(text[start..end], start, tree), end);
    }

    /// <summary>Evaluates it inside another evaluation, under the bounds of that one.</summary>
    internal Value EvaluateInside(Value input, Frame frame, EvaluationContext context) => root.Evaluate(input, frame, context);
}
