using Spark.Expressions.Parsing;

namespace Spark.Expressions.Analysis;

/// <summary>Decides a condition of which only some of the input is known. What cannot be decided is null, and never guessed.</summary>
internal static class Decision
{
    // Nothing that depends on the moment may be decided beforehand.
    private static readonly HashSet<string> Moving = new(["now", "millis", "random", "shuffle", "eval"], StringComparer.Ordinal);

    /// <summary>True for a function whose result is another one at another moment.</summary>
    public static bool IsMoving(string function) => Moving.Contains(function);

    public static bool? Of(Syntax node, Value known, IReadOnlySet<string> paths)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Block when node.Children.Length == 1:
                return Of(node.First, known, paths);
            case SyntaxKind.Binary when node.Text is "and" or "or":
                return Both(node, known, paths);
            case SyntaxKind.Call when node.First is { Kind: SyntaxKind.Variable, Text: "not" } && node.Children.Length == 2:
                return !Of(node.Second, known, paths);
            default:
                return IsKnown(node, paths) ? Expression.Of(node).Evaluate(known, Options).ToBoolean() : null;
        }
    }

    private static EvaluationOptions Options { get; } = new() { Now = DateTimeOffset.UnixEpoch, Random = () => 0 };

    private static bool? Both(Syntax node, Value known, IReadOnlySet<string> paths)
    {
        var (left, right) = (Of(node.First, known, paths), Of(node.Second, known, paths));
        var settles = node.Text == "or";
        return left == settles || right == settles ? settles : left is null || right is null ? null : !settles;
    }

    private static bool IsKnown(Syntax node, IReadOnlySet<string> paths)
    {
        var analysis = Analyzer.Analyze(node);
        return analysis.Variables.Count == 0
            && analysis.Fields.All(field => paths.Contains(field.Name))
            && analysis.Functions.All(function => !Moving.Contains(function.Name))
            && !ReadsWholeInput(node);
    }

    private static bool ReadsWholeInput(Syntax node) =>
        node.Kind is SyntaxKind.Wildcard or SyntaxKind.Descendants or SyntaxKind.Parent
        || (node.Kind == SyntaxKind.Variable && node.Text is "" or "$")
        || node.Rest(0).Any(ReadsWholeInput);
}
