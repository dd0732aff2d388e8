using Spark.Expressions.Parsing;

namespace Spark.Expressions.Analysis;

/// <summary>A condition as the claims that it joins with <c>and</c>, <c>or</c> and <c>$not</c>.</summary>
public sealed class Formula
{
    private readonly Syntax tree;
    private readonly Dictionary<Syntax, Claim> claims = new(ReferenceEqualityComparer.Instance);

    internal Formula(Syntax tree)
    {
        this.tree = tree;
        Collect(tree);
        Keys = claims.Values.Select(claim => claim.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What its claims look at: two formulas that share nothing say nothing of each other.</summary>
    public IReadOnlySet<string> Keys { get; }

    /// <summary>The claims, in the order in which they are written.</summary>
    public IReadOnlyCollection<Claim> Claims => claims.Values;

    /// <summary>The truth of the condition when that of its claims is known.</summary>
    /// <param name="truth">The truth of a claim.</param>
    public bool Decide(Func<Claim, bool> truth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        return Decide(tree, truth);
    }

    private bool Decide(Syntax node, Func<Claim, bool> truth) => PartsOf(node) switch
    {
        (Join.And, var parts) => parts.All(part => Decide(part, truth)),
        (Join.Or, var parts) => parts.Any(part => Decide(part, truth)),
        (Join.Not, [var part]) => !Decide(part, truth),
        (Join.Group, [var part]) => Decide(part, truth),
        _ => truth(claims[node]),
    };

    private void Collect(Syntax node)
    {
        var (join, parts) = PartsOf(node);
        if (join == Join.None)
        {
            claims[node] = new(node);
        }

        foreach (var part in parts)
        {
            Collect(part);
        }
    }

    private static (Join Join, Syntax[] Parts) PartsOf(Syntax node) => node switch
    {
        { Kind: SyntaxKind.Binary, Text: "and" } => (Join.And, [node.First, node.Second]),
        { Kind: SyntaxKind.Binary, Text: "or" } => (Join.Or, [node.First, node.Second]),
        { Kind: SyntaxKind.Call, First: { Kind: SyntaxKind.Variable, Text: "not" }, Children.Length: 2 } => (Join.Not, [node.Second]),
        { Kind: SyntaxKind.Block, Children.Length: 1 } => (Join.Group, [node.First]),
        _ => (Join.None, []),
    };

    private enum Join
    {
        None,
        Group,
        And,
        Or,
        Not,
    }
}
