using Spark.Expressions.Parsing;

namespace Spark.Expressions.Evaluation;

/// <summary>Which blocks need variables of their own.</summary>
internal static class Scopes
{
    /// <summary>True when something in the block may bind a variable; an evaluated text may do so, too.</summary>
    public static bool Binds(Syntax block)
    {
        foreach (var child in block.Children)
        {
            if (child is null)
            {
                continue;
            }

            var bindsHere = child.Kind == SyntaxKind.Bind || child is { Kind: SyntaxKind.Variable, Text: "eval" };
            if (bindsHere || (child.Kind is not (SyntaxKind.Block or SyntaxKind.Lambda) && Binds(child)))
            {
                return true;
            }
        }

        return false;
    }
}
