using Spark.Expressions.Values;

namespace Spark.Expressions.Parsing;

/// <summary>Turns the tree as written into plans: flattens paths, attaches predicates to steps, marks tail calls.</summary>
internal sealed class Resolver
{
    private readonly Ancestry ancestry = new();

    public static Plan Resolve(Syntax tree)
    {
        var plan = new Resolver().Process(tree);
        return plan.Kind == SyntaxKind.Parent || plan.Seeking is not null
            ? throw Ancestry.NoParent(plan)
            : plan;
    }

    private Plan Process(Syntax syntax)
    {
        var plan = syntax.Kind switch
        {
            SyntaxKind.Binary when syntax.Text == "." => ProcessDot(syntax),
            SyntaxKind.Filter => ProcessFilter(syntax),
            SyntaxKind.Group => ProcessGroup(syntax),
            SyntaxKind.Sort => ProcessSort(syntax),
            SyntaxKind.Focus => ProcessFocus(syntax),
            SyntaxKind.Index => ProcessIndex(syntax),
            SyntaxKind.Apply => ProcessApply(syntax),
            SyntaxKind.Negate => ProcessNegate(syntax),
            SyntaxKind.Block => ProcessBlock(syntax),
            SyntaxKind.Lambda => ProcessLambda(syntax),
            SyntaxKind.Name => ProcessName(syntax),
            SyntaxKind.Word when syntax.Text != "?" => ProcessName(syntax),
            SyntaxKind.End => throw Failure.At("S0207", syntax.Position, "(end)", "The expression ends too early"),
            SyntaxKind.Parent => new Plan(SyntaxKind.Parent, syntax) { Slot = ancestry.NewSlot() },
            _ => ProcessOther(syntax),
        };
        plan.KeepArray |= syntax.KeepArray;
        return plan;
    }

    private Plan ProcessOther(Syntax syntax)
    {
        if (syntax.Children.Length == 0)
        {
            return new Plan(syntax.Kind, syntax);
        }

        var plan = new Plan(syntax.Kind, syntax) { Parts = new(syntax.Children.Length) };
        foreach (var child in syntax.Children)
        {
            var part = child is null ? null : Process(child);
            plan.Parts.Add(part);

            // A transform, and what a call calls, stand apart from the path around them.
            var isCalled = syntax.Kind is SyntaxKind.Call or SyntaxKind.Partial && plan.Parts.Count == 1;
            if (part is not null && !isCalled && syntax.Kind != SyntaxKind.Transform)
            {
                Ancestry.Push(plan, part);
            }
        }

        return plan;
    }

    private static Plan ProcessName(Syntax syntax) =>
        new(SyntaxKind.Path, syntax) { KeepSingleton = syntax.KeepArray, Parts = new(2) { NameStep(syntax) } };

    private static Plan NameStep(Syntax syntax) => new(SyntaxKind.Name, syntax) { KeepArray = syntax.KeepArray };

    private Plan ProcessDot(Syntax syntax)
    {
        var left = Process(syntax.First);
        var path = left;
        if (left.Kind != SyntaxKind.Path)
        {
            path = new Plan(SyntaxKind.Path, syntax);
            path.Parts.Add(left);
        }

        if (left.Kind == SyntaxKind.Parent)
        {
            path.Seeking = [left.Slot!];
        }

        // A name is a step of this path, and needs none of its own.
        var right = syntax.Second.Kind == SyntaxKind.Name ? NameStep(syntax.Second) : Process(syntax.Second);
        if (right.Kind == SyntaxKind.Path)
        {
            path.Parts.AddRange(right.Parts);
        }
        else
        {
            if (right.Predicates is not null)
            {
                right.Stages = right.Predicates;
                right.Predicates = null;
            }

            path.Parts.Add(right);
        }

        foreach (var step in path.Parts)
        {
            CheckStep(step!);
            path.KeepSingleton |= step!.KeepArray;
        }

        path.First.IsConstructed |= path.First.Kind == SyntaxKind.Array;
        path.Last.IsConstructed |= path.Last.Kind == SyntaxKind.Array;
        Ancestry.Resolve(path);
        return path;
    }

    private static void CheckStep(Plan step)
    {
        if (step.Kind is SyntaxKind.Number or SyntaxKind.Constant)
        {
            throw Failure.At("S0213", step.Position, null, $"The literal {step.Literal.ToJson()} cannot be a step of a path");
        }

        if (step.Kind == SyntaxKind.String)
        {
            step.Kind = SyntaxKind.Name;
        }
    }

    private Plan ProcessFilter(Syntax syntax)
    {
        var result = Process(syntax.First);
        var isPath = result.Kind == SyntaxKind.Path;
        var step = isPath ? result.Last : result;
        if (step.Group is not null)
        {
            throw Failure.At("S0209", syntax.Position, null, "A predicate cannot follow a grouping");
        }

        var predicate = Process(syntax.Second);
        if (predicate.Seeking is not null || predicate.Kind == SyntaxKind.Parent)
        {
            foreach (var slot in predicate.Seeking ?? [])
            {
                if (slot.Level == 1)
                {
                    Ancestry.Seek(step, slot);
                }
                else
                {
                    slot.Level--;
                }
            }

            Ancestry.Push(step, predicate);
        }

        var stages = isPath ? step.Stages ??= [] : step.Predicates ??= [];
        stages.Add(new Stage(predicate, null));
        return result;
    }

    private Plan ProcessGroup(Syntax syntax)
    {
        var result = Process(syntax.First);
        if (result.Group is not null)
        {
            throw Failure.At("S0210", syntax.Position, null, "A step can have only one grouping");
        }

        result.Group = [.. syntax.Rest(1).Select(Process)];
        result.GroupPosition = syntax.Position;
        return result;
    }

    private Plan ProcessSort(Syntax syntax)
    {
        var result = Process(syntax.First);
        if (result.Kind != SyntaxKind.Path)
        {
            var path = new Plan(SyntaxKind.Path, syntax.First);
            path.Parts.Add(result);
            result = path;
        }

        var sort = new Plan(SyntaxKind.Sort, syntax);
        foreach (var term in syntax.Rest(1))
        {
            var part = Process(term);
            Ancestry.Push(sort, part);
            sort.Parts.Add(part);
        }

        result.Parts.Add(sort);
        Ancestry.Resolve(result);
        return result;
    }

    private Plan ProcessFocus(Syntax syntax)
    {
        var result = Process(syntax.First);
        var step = result.Kind == SyntaxKind.Path ? result.Last : result;
        if (step.Stages is not null || step.Predicates is not null)
        {
            throw Failure.At("S0215", syntax.Position, null, "@ must come before any predicate of its step");
        }

        if (step.Kind == SyntaxKind.Sort)
        {
            throw Failure.At("S0216", syntax.Position, null, "@ must come before the order-by of its step");
        }

        step.KeepArray |= syntax.KeepArray;
        step.Focus = syntax.Second.Text;
        step.BindsRows = true;
        return result;
    }

    private Plan ProcessIndex(Syntax syntax)
    {
        var result = Process(syntax.First);
        var step = result;
        if (result.Kind == SyntaxKind.Path)
        {
            step = result.Last;
        }
        else
        {
            result = new Plan(SyntaxKind.Path, syntax.First);
            result.Parts.Add(step);
            step.Stages = step.Predicates;
            step.Predicates = null;
        }

        if (step.Stages is null)
        {
            step.Index = syntax.Second.Text;
        }
        else
        {
            step.Stages.Add(new Stage(null, syntax.Second.Text));
        }

        step.BindsRows = true;
        return result;
    }

    private Plan ProcessApply(Syntax syntax)
    {
        var left = Process(syntax.First);
        var right = Process(syntax.Second);
        return new Plan(SyntaxKind.Apply, syntax) { Parts = [left, right], KeepArray = left.KeepArray || right.KeepArray };
    }

    private Plan ProcessNegate(Syntax syntax)
    {
        var operand = Process(syntax.First);
        if (operand.Kind == SyntaxKind.Number)
        {
            // The sign belongs to the number, before any predicate of it: -1[0].
            operand.Literal = Value.From(-operand.Literal.AsNumber());
            return operand;
        }

        var plan = new Plan(SyntaxKind.Negate, syntax) { Parts = [operand] };
        Ancestry.Push(plan, operand);
        return plan;
    }

    private Plan ProcessBlock(Syntax syntax)
    {
        var block = new Plan(SyntaxKind.Block, syntax) { Parts = new(syntax.Children.Length) };
        foreach (var child in syntax.Rest(0))
        {
            var part = Process(child);
            Ancestry.Push(block, part);
            block.IsConstructed |= part.IsConstructed || (part.Kind == SyntaxKind.Path && part.First.IsConstructed);
            block.Parts.Add(part);
        }

        return block;
    }

    private Plan ProcessLambda(Syntax syntax)
    {
        var body = Process(syntax.First);
        MarkTail(body);
        return new Plan(SyntaxKind.Lambda, syntax) { Parts = [body] };
    }

    private static void MarkTail(Plan plan)
    {
        if (plan.Predicates is not null || plan.Group is not null || plan.KeepArray)
        {
            return;
        }

        switch (plan.Kind)
        {
            case SyntaxKind.Call:
                plan.IsTail = true;
                break;
            case SyntaxKind.Condition when plan.Text == "?":
                MarkTail(plan.Parts[1]!);
                if (plan.Parts[2] is { } otherwise)
                {
                    MarkTail(otherwise);
                }

                break;
            case SyntaxKind.Condition:
                MarkTail(plan.Parts[1]!);
                break;
            case SyntaxKind.Block when plan.Parts.Count > 0:
                MarkTail(plan.Last);
                break;
        }
    }
}
