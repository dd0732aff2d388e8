using Spark.Expressions.Evaluation;
using Spark.Expressions.Evaluation.Nodes;
using Spark.Expressions.Parsing;

namespace Spark.Expressions.Analysis;

/// <summary>A part of a condition that joins no others: true or false by itself.</summary>
public sealed class Claim
{
    private static readonly EvaluationOptions Options = new() { Now = DateTimeOffset.UnixEpoch, Random = () => 0 };

    private static readonly Node Its = new ContextNode(0);

    // Decides by the value of the field, which is its input.
    private readonly Node? test;
    private readonly bool isPresence;

    internal Claim(Syntax tree)
    {
        Text = Printer.Print(tree);
        (Field, Literals, test) = Look(tree);
        isPresence = tree is { Kind: SyntaxKind.Call, First.Text: "exists" };
        IsSteady = Field is not null || Analyzer.Analyze(tree).Functions.All(function => !Decision.IsMoving(function.Name));
    }

    /// <summary>Its text with one space where the language allows any: two parts of one text are true together.</summary>
    public string Text { get; }

    /// <summary>The one path on whose value its truth depends, when it compares that with literals or asks whether it is there; null for anything else.</summary>
    public string? Field { get; }

    /// <summary>What it looks at: claims of one field decide each other, any other is true or false as a whole.</summary>
    public string Key => Field ?? Text + "?";

    /// <summary>The literals with which its field is compared.</summary>
    public IReadOnlyList<Value> Literals { get; }

    /// <summary>False when two looks at the same values may differ: it asks for the moment, or for a random number.</summary>
    public bool IsSteady { get; }

    /// <summary>Its truth when its field has a value; null when it cannot be evaluated with that value.</summary>
    /// <param name="value">The value; undefined for a missing one.</param>
    public bool? Holds(Value value)
    {
        if (test is null)
        {
            return isPresence ? !value.IsUndefined : value.ToBoolean();
        }

        try
        {
            return test.Evaluate(value, Frame.Empty, new(Options, value)).ToBoolean();
        }
        catch (ExpressionException)
        {
            return null;
        }
    }

    private static (string? Field, IReadOnlyList<Value> Literals, Node? Test) Look(Syntax node) => node.Kind switch
    {
        SyntaxKind.Name => (node.Text, [], null),
        SyntaxKind.Call when node.First is { Kind: SyntaxKind.Variable, Text: "exists" or "boolean" } && node.Children.Length == 2 => (Analyzer.NameOf(node.Second), [], null),
        SyntaxKind.Binary when node.Text == "." => (Analyzer.NameOf(node), [], null),
        SyntaxKind.Binary when node.Text is "=" or "!=" or "<" or "<=" or ">" or ">=" => (Analyzer.LiteralOf(node.First), Analyzer.LiteralOf(node.Second)) switch
        {
            ({ IsUndefined: true }, { IsUndefined: false } right) => (Analyzer.NameOf(node.First), [right], Test(node.Text, Its, new LiteralNode(0, right))),
            ({ IsUndefined: false } left, { IsUndefined: true }) => (Analyzer.NameOf(node.Second), [left], Test(node.Text, new LiteralNode(0, left), Its)),
            _ => (null, [], null),
        },
        SyntaxKind.Binary when node is { Text: "in", Second.Kind: SyntaxKind.Array } => Among(node.First, [.. node.Second.Rest(0).Select(Analyzer.LiteralOf)]),
        _ => (null, [], null),
    };

    private static (string? Field, IReadOnlyList<Value> Literals, Node? Test) Among(Syntax field, IReadOnlyList<Value> literals) =>
        literals.Any(literal => literal.IsUndefined)
            ? (null, [], null)
            : (Analyzer.NameOf(field), literals, new MembershipNode(0, Its, new LiteralNode(0, Value.Array(literals))));

    private static Node Test(string sign, Node left, Node right) =>
        sign is "=" or "!=" ? new EqualityNode(0, sign == "!=", left, right) : new ComparisonNode(0, sign, left, right);
}
