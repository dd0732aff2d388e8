using Spark.Expressions.Functions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Parsing;

/// <summary>A node of the tree as it is written, before paths are resolved.</summary>
internal sealed class Syntax
{
    /// <summary>Beyond this depth an expression is refused, so that no walk over it can exhaust the stack.</summary>
    public const int DepthLimit = 250;

    private readonly byte depth;

    public Syntax(SyntaxKind kind, string text, Token token, params ReadOnlySpan<Syntax?> children)
    {
        Kind = kind;
        Text = text;
        Start = token.Start;
        Position = token.Position;
        Children = children.ToArray();
        foreach (var child in Children)
        {
            depth = Math.Max(depth, child is null ? (byte)0 : (byte)(child.depth + 1));
        }

        if (depth > DepthLimit)
        {
            throw Failure.At("U1008", Position, null, $"The expression is nested more deeply than {DepthLimit} levels");
        }
    }

    public SyntaxKind Kind { get; }

    /// <summary>The operator, the name or the string; of an order-by the direction of each term, &lt; or &gt;.</summary>
    public string Text { get; }

    public int Start { get; }

    public int Position { get; }

    /// <summary>The operands, in the order in which they are written. Some may be missing.</summary>
    public Syntax?[] Children { get; }

    public Value Literal { get; init; }

    public Signature? Signature { get; init; }

    public bool KeepArray { get; set; }

    public Syntax First => Children[0]!;

    public Syntax Second => Children[1]!;

    public IEnumerable<Syntax> Rest(int from) => Children.Skip(from).OfType<Syntax>();
}
