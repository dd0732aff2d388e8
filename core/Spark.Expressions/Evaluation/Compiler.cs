using Spark.Expressions.Evaluation.Nodes;
using Spark.Expressions.Parsing;
using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation;

/// <summary>Turns plans into nodes that evaluate.</summary>
internal static class Compiler
{
    public static Node Compile(Plan plan)
    {
        if (plan.Kind == SyntaxKind.Path)
        {
            return CompilePath(plan);
        }

        var node = CompileCore(plan);
        return plan.Predicates is null && plan.Group is null && !plan.KeepArray
            ? node
            : new PostfixNode(node, [.. (plan.Predicates ?? []).Select(stage => FilterOf(stage.Filter!))], Group(plan), plan.KeepArray);
    }

    private static Node CompileCore(Plan plan)
    {
        var position = plan.Position;
        return plan.Kind switch
        {
            SyntaxKind.String or SyntaxKind.Number or SyntaxKind.Constant or SyntaxKind.Regex => new LiteralNode(position, plan.Literal),
            SyntaxKind.Name => new NameNode(position, new FieldName(plan.Text)),
            SyntaxKind.Variable => plan.Text.Length == 0 ? new ContextNode(position) : new VariableNode(position, plan.Text),
            SyntaxKind.Wildcard => new WildcardNode(position),
            SyntaxKind.Descendants => new DescendantsNode(position),
            SyntaxKind.Parent => new ParentNode(position, plan.Slot!.Label),
            SyntaxKind.Binary => CompileBinary(plan),
            SyntaxKind.Negate => new NegateNode(position, Compile(plan.First)),
            SyntaxKind.Array => CompileArray(plan),
            SyntaxKind.Object => Pairs(position, plan.Parts!),
            SyntaxKind.Condition => CompileCondition(plan),
            SyntaxKind.Block => new BlockNode(position, All(plan, 0), Scopes.Binds(plan.Source)),
            SyntaxKind.Bind => new BindNode(position, plan.First.Text, Compile(plan.Parts[1]!)),
            SyntaxKind.Call => CompileCall(plan),
            SyntaxKind.Partial => CompilePartial(plan),
            SyntaxKind.Lambda => new LambdaNode(position, [.. plan.Source.Rest(1).Select(name => name.Text)], plan.Source.Signature, Compile(plan.First)),
            SyntaxKind.Apply => CompileApply(plan),
            SyntaxKind.Transform => new TransformNode(position, Compile(plan.First), Compile(plan.Parts[1]!), plan.Parts[2] is { } delete ? Compile(delete) : null),
            SyntaxKind.Sort => new SortNode(position, All(plan, 0), [.. plan.Text.Select(sign => sign == '>')]),
            _ => throw new InvalidOperationException($"No node for {plan.Kind}"),
        };
    }

    private static Node CompilePath(Plan plan)
    {
        var isPlain = plan.Group is null && !plan.KeepSingleton && !plan.KeepArray
            && plan.Parts.TrueForAll(step => step!.Kind == SyntaxKind.Name && step.Stages is null && step.Predicates is null && step.Group is null && !step.BindsRows && !step.KeepArray);
        if (isPlain)
        {
            return new NamePathNode(plan.Position, Each(plan.Parts, step => new FieldName(step!.Text)));
        }

        var steps = Each(plan.Parts, step => CompileStep(step!));
        return Array.Exists(steps, step => step.BindsRows)
            ? new RowPathNode(plan.Position, steps, plan.KeepSingleton, plan.BindsRows, Group(plan))
            : new PathNode(plan.Position, steps, plan.KeepSingleton, Group(plan));
    }

    private static PathStep CompileStep(Plan step)
    {
        var node = Compile(step);
        StepStage[] stages = step.Stages is null ? [] : [.. step.Stages.Select(stage => new StepStage(stage.Filter is null ? null : FilterOf(stage.Filter), stage.Index))];
        return new PathStep(node, stages, step.IsConstructed)
        {
            Focus = step.Focus,
            Index = step.Index,
            Ancestor = step.Ancestor?.Label,
            BindsRows = step.BindsRows,
        };
    }

    // A number is an index, whatever stands behind it.
    private static Filter FilterOf(Plan predicate) =>
        new(predicate.Kind == SyntaxKind.Number ? CompileCore(predicate) : Compile(predicate));

    private static GroupNode? Group(Plan plan) => plan.Group is null ? null : Pairs(plan.GroupPosition, plan.Group!);

    private static GroupNode Pairs(int position, List<Plan?> parts)
    {
        var keys = Each(parts, part => Compile(part!), 0, 2);
        var values = Each(parts, part => Compile(part!), 1, 2);
        return new GroupNode(position, keys, values);
    }

    private static Node[] All(Plan plan, int from) => Each(plan.Parts, part => Compile(part!), from);

    private static T[] Each<T>(List<Plan?> parts, Func<Plan?, T> make, int from = 0, int step = 1)
    {
        var made = new T[(parts.Count - from + step - 1) / step];
        for (var index = 0; index < made.Length; index++)
        {
            made[index] = make(parts[from + (index * step)]);
        }

        return made;
    }

    private static Node CompileBinary(Plan plan)
    {
        var left = Compile(plan.First);
        var right = Compile(plan.Parts[1]!);
        return plan.Text switch
        {
            "+" or "-" or "*" or "/" or "%" => new ArithmeticNode(plan.Position, plan.Text[0], left, right),
            "=" or "!=" => new EqualityNode(plan.Position, plan.Text == "!=", left, right),
            "and" or "or" => new LogicNode(plan.Position, plan.Text == "and", left, right),
            "&" => new ConcatNode(plan.Position, left, right),
            ".." => new RangeNode(plan.Position, left, right),
            "in" => new MembershipNode(plan.Position, left, right),
            _ => new ComparisonNode(plan.Position, plan.Text, left, right),
        };
    }

    private static ArrayNode CompileArray(Plan plan)
    {
        var isNested = Each(plan.Parts, part => part!.Kind == SyntaxKind.Array);
        return new ArrayNode(plan.Position, All(plan, 0), isNested, plan.IsConstructed);
    }

    private static Node CompileCondition(Plan plan) => plan.Text == "?"
        ? new ConditionNode(plan.Position, Compile(plan.First), Compile(plan.Parts[1]!), plan.Parts[2] is { } otherwise ? Compile(otherwise) : null)
        : new DefaultNode(plan.Position, plan.Text == "??", Compile(plan.First), Compile(plan.Parts[1]!));

    private static CallNode CompileCall(Plan plan)
    {
        var procedure = plan.First;
        return new CallNode(plan.Position, Compile(procedure), NameOf(procedure), TokenOf(procedure), procedure.Kind == SyntaxKind.Path, All(plan, 1), plan.IsTail);
    }

    private static PartialNode CompilePartial(Plan plan)
    {
        var arguments = Each(plan.Parts, part => part!.Kind == SyntaxKind.Word ? null : Compile(part), 1);
        return new PartialNode(plan.Position, Compile(plan.First), NameOf(plan.First), TokenOf(plan.First), plan.First.Kind == SyntaxKind.Path, arguments);
    }

    // A call on the right side is made with the left side as its first argument; what stands behind it does not count there.
    private static ApplyNode CompileApply(Plan plan)
    {
        var right = plan.Parts[1]!;
        return new ApplyNode(plan.Position, Compile(plan.First), right.Kind == SyntaxKind.Call ? CompileCall(right) : Compile(right));
    }

    private static Value TokenOf(Plan procedure) => procedure.Kind == SyntaxKind.Path
        ? TokenOf(procedure.First)
        : NameOf(procedure) is { } name ? Failure.ValueOf(name, procedure.Literal) : default;

    private static string? NameOf(Plan procedure) => procedure.Kind switch
    {
        SyntaxKind.Path => NameOf(procedure.First),
        SyntaxKind.Block or SyntaxKind.Lambda or SyntaxKind.Condition or SyntaxKind.Regex or SyntaxKind.Transform or SyntaxKind.Parent => null,
        _ => procedure.Text,
    };
}
