using Spark.Expressions.Functions;
using Spark.Expressions.Parsing;

namespace Spark.Expressions.Analysis;

/// <summary>The kind of what a tree evaluates to, where it can be known.</summary>
internal static class ResultKinds
{
    public static (ValueKind? Kind, bool MayBeUndefined) Of(Syntax node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.String or SyntaxKind.Number or SyntaxKind.Constant:
                return (node.Literal.Kind, false);
            case SyntaxKind.Regex or SyntaxKind.Lambda or SyntaxKind.Partial or SyntaxKind.Transform:
                return (ValueKind.Function, false);
            case SyntaxKind.Array:
                return (ValueKind.Array, false);
            case SyntaxKind.Object:
                return (ValueKind.Object, false);
            case SyntaxKind.Negate:
                return (ValueKind.Number, Of(node.First).MayBeUndefined);
            case SyntaxKind.Binary:
                return OfBinary(node);
            case SyntaxKind.Condition:
                return OfCondition(node);
            case SyntaxKind.Block when node.Children.Length > 0:
                return Of(node.Children[^1]!);
            case SyntaxKind.Bind:
                return Of(node.Second);
            case SyntaxKind.Call when node.First.Kind == SyntaxKind.Variable:
                return (OfFunction(node.First.Text), true);
            default:
                return (null, true);
        }
    }

    private static (ValueKind? Kind, bool MayBeUndefined) OfBinary(Syntax node) => node.Text switch
    {
        "=" or "!=" or "and" or "or" or "in" => (ValueKind.Boolean, false),
        "&" => (ValueKind.String, false),
        "<" or "<=" or ">" or ">=" => (ValueKind.Boolean, Of(node.First).MayBeUndefined || Of(node.Second).MayBeUndefined),
        "+" or "-" or "*" or "/" or "%" => (ValueKind.Number, Of(node.First).MayBeUndefined || Of(node.Second).MayBeUndefined),
        _ => (null, true),
    };

    private static (ValueKind? Kind, bool MayBeUndefined) OfCondition(Syntax node)
    {
        var isQuestion = node.Text == "?";
        var first = Of(isQuestion ? node.Second : node.First);
        var second = isQuestion
            ? node.Children[2] is { } otherwise ? Of(otherwise) : (Kind: first.Kind, MayBeUndefined: true)
            : Of(node.Second);
        var mayBeUndefined = isQuestion ? first.MayBeUndefined || second.MayBeUndefined : second.MayBeUndefined;
        return (first.Kind == second.Kind ? first.Kind : null, mayBeUndefined);
    }

    // Out of the signature, behind its colon.
    private static ValueKind? OfFunction(string name)
    {
        if (BuiltIns.Find(name) is not NativeCell native || native.Signature.Text.LastIndexOf(':') is not (> 0 and var colon))
        {
            return null;
        }

        return native.Signature.Text[(colon + 1)..].TrimEnd('>') switch
        {
            "s" => ValueKind.String,
            "n" => ValueKind.Number,
            "b" => ValueKind.Boolean,
            "o" when name != "clone" => ValueKind.Object,
            _ => null,
        };
    }
}
