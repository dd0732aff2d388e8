using Spark.Expressions.Functions;
using Spark.Expressions.Parsing;

namespace Spark.Expressions.Analysis;

/// <summary>Walks a tree and gathers what it names.</summary>
internal sealed class Analyzer
{
    private readonly List<NamedReference> variables = [];
    private readonly List<NamedReference> functions = [];
    private readonly List<NamedReference> fields = [];
    private readonly List<Comparison> comparisons = [];
    private readonly List<Comparison> calculations = [];
    private readonly List<FunctionCall> calls = [];
    private readonly List<NamedReference> slow = [];
    private readonly List<NamedReference> methods = [];
    private readonly HashSet<string> bound = new(StringComparer.Ordinal);

    public static ExpressionAnalysis Analyze(Syntax tree)
    {
        var analyzer = new Analyzer();
        analyzer.CollectBound(tree);
        analyzer.Walk(tree, isInput: true);
        var (kind, mayBeUndefined) = ResultKinds.Of(tree);
        return new ExpressionAnalysis
        {
            Variables = analyzer.variables,
            Functions = analyzer.functions,
            Fields = analyzer.fields,
            Comparisons = analyzer.comparisons,
            Calculations = analyzer.calculations,
            Calls = analyzer.calls,
            SlowPatterns = analyzer.slow,
            Methods = analyzer.methods,
            ResultKind = kind,
            MayBeUndefined = mayBeUndefined,
            Literal = LiteralOf(tree),
        };
    }

    // A name that is bound anywhere counts as bound everywhere: the checker should not cry wolf.
    private void CollectBound(Syntax node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Bind:
                bound.Add(node.First.Text);
                break;
            case SyntaxKind.Focus or SyntaxKind.Index:
                bound.Add(node.Second.Text);
                break;
            case SyntaxKind.Lambda:
                bound.UnionWith(node.Rest(1).Select(parameter => parameter.Text));
                break;
        }

        foreach (var child in node.Rest(0))
        {
            CollectBound(child);
        }
    }

    // The second says whether names are fields of the input, or of something that a path has reached.
    private void Walk(Syntax node, bool isInput)
    {
        if (isInput && node is { Kind: SyntaxKind.Binary, Text: "=" or "!=" or "<" or "<=" or ">" or ">=" or "in" })
        {
            comparisons.Add(new(Compared(node.First, isInput), node.Text, Compared(node.Second, isInput)));
        }

        if (node is { Kind: SyntaxKind.Binary, Text: "+" or "-" or "*" or "/" or "%" })
        {
            calculations.Add(new(Compared(node.First, isInput), node.Text, Compared(node.Second, isInput)));
        }

        switch (node.Kind)
        {
            case SyntaxKind.Variable:
                AddVariable(node);
                break;
            case SyntaxKind.Regex when node.Literal.Cell is RegexCell { IsLinear: false }:
                slow.Add(new NamedReference(node.Text, node.Start, node.Position));
                break;
            case SyntaxKind.Name or SyntaxKind.Word when isInput && node.Text != "?":
                fields.Add(new NamedReference(node.Text, node.Start, node.Position));
                break;
            case SyntaxKind.Binary when node.Text == ".":
                WalkPath(node, isInput);
                break;
            case SyntaxKind.Filter or SyntaxKind.Group or SyntaxKind.Sort or SyntaxKind.Transform:
                Walk(node.First, isInput && node.Kind != SyntaxKind.Transform);
                WalkAll(node.Rest(1), isInput: false);
                break;
            case SyntaxKind.Lambda:
                Walk(node.First, isInput);
                break;
            case SyntaxKind.Apply when node.Second.Kind == SyntaxKind.Call:
                Walk(node.First, isInput);
                WalkAll(node.Second.Rest(0), isInput);
                break;
            case SyntaxKind.Call:
                AddCall(node, isInput);
                WalkAll(node.Rest(0), isInput);
                break;
            case SyntaxKind.Bind:
                Walk(node.Second, isInput);
                break;
            case SyntaxKind.Focus or SyntaxKind.Index:
                Walk(node.First, isInput);
                break;
            default:
                WalkAll(node.Rest(0), isInput);
                break;
        }
    }

    private void WalkAll(IEnumerable<Syntax> nodes, bool isInput)
    {
        foreach (var node in nodes)
        {
            Walk(node, isInput);
        }
    }

    private void WalkPath(Syntax path, bool isInput)
    {
        var predicates = new List<Syntax>();
        if (isInput && NameOf(path, predicates) is { } name)
        {
            fields.Add(new NamedReference(name, StartOf(path), EndOf(path)));
            WalkAll(predicates, isInput: false);
            return;
        }

        if (path.Second is { Kind: SyntaxKind.Call, First: { Kind: SyntaxKind.Name } method })
        {
            methods.Add(new NamedReference(method.Text, method.Start, method.Position));
        }

        var isAtInput = IsInputItself(path.First);
        Walk(path.First, isInput && !isAtInput);
        Walk(path.Second, isInput && isAtInput);
    }

    private static ComparedValue Compared(Syntax node, bool isInput)
    {
        var inner = node is { Kind: SyntaxKind.Block, Children.Length: 1 } ? node.First : node;
        var name = isInput ? NameOf(inner, []) : null;
        var field = name is null || inner.Kind == SyntaxKind.Filter ? null : new NamedReference(name, StartOf(inner), EndOf(inner));
        var literals = inner.Kind == SyntaxKind.Array ? inner.Rest(0) : [inner];
        return new(
            field,
            ResultKinds.Of(inner).Kind,
            literals.All(literal => !LiteralOf(literal).IsUndefined) ? [.. literals.Select(LiteralOf)] : [],
            StartOf(inner));
    }

    /// <summary>What a literal is worth; undefined for anything else. A number below zero is written as a sign and a number.</summary>
    public static Value LiteralOf(Syntax node) => node switch
    {
        { Kind: SyntaxKind.String or SyntaxKind.Number or SyntaxKind.Constant } => node.Literal,
        { Kind: SyntaxKind.Negate, First: { Kind: SyntaxKind.Number } number } => Value.From(-number.Literal.AsNumber()),
        _ => default,
    };

    /// <summary>The dotted name of a path of nothing but names; null for anything else.</summary>
    public static string? NameOf(Syntax node)
    {
        var predicates = new List<Syntax>();
        return NameOf(node, predicates) is { } name && predicates.Count == 0 ? name : null;
    }

    private static bool IsInputItself(Syntax node) => node is { Kind: SyntaxKind.Variable, Text: "" or "$" };

    private static int StartOf(Syntax path) => path.Kind is SyntaxKind.Binary or SyntaxKind.Filter ? StartOf(path.First) : path.Start;

    private static int EndOf(Syntax path) => path.Kind switch
    {
        SyntaxKind.Binary => EndOf(path.Second),
        SyntaxKind.Filter => EndOf(path.First),
        _ => path.Position,
    };

    // The dotted name of a path of nothing but names, perhaps from the input itself; predicates are left out, and gathered.
    private static string? NameOf(Syntax node, List<Syntax> predicates)
    {
        if (node.Kind == SyntaxKind.Filter)
        {
            predicates.Add(node.Second);
            return NameOf(node.First, predicates);
        }

        if (node is not { Kind: SyntaxKind.Binary, Text: "." })
        {
            return node.Kind == SyntaxKind.Name ? node.Text : null;
        }

        var last = NameOf(node.Second, predicates);
        return last is null || IsInputItself(node.First) ? last : NameOf(node.First, predicates) is { } start ? start + "." + last : null;
    }

    private void AddCall(Syntax node, bool isInput)
    {
        if (node.First is { Kind: SyntaxKind.Variable } function && !bound.Contains(function.Text) && BuiltIns.Find(function.Text) is not null)
        {
            calls.Add(new(new NamedReference(function.Text, function.Start, function.Position), [.. node.Rest(1).Select(argument => Compared(argument, isInput))], isInput));
        }
    }

    private void AddVariable(Syntax node)
    {
        if (node.Text is "" or "$" || bound.Contains(node.Text))
        {
            return;
        }

        (BuiltIns.Find(node.Text) is null ? variables : functions).Add(new NamedReference(node.Text, node.Start, node.Position));
    }
}
