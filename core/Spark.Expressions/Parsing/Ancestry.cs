using System.Globalization;
using Spark.Expressions.Values;

namespace Spark.Expressions.Parsing;

/// <summary>Finds, for each use of the parent operator, the step whose context it names.</summary>
internal sealed class Ancestry
{
    private int count;

    public Slot NewSlot() => new("!" + (count++).ToString(CultureInfo.InvariantCulture));

    /// <summary>Without a place when it is about a whole path, which the reference gives none.</summary>
    public static ExpressionException NoParent(Plan plan) =>
        Failure.At("S0217", plan.Kind is SyntaxKind.Path or SyntaxKind.Parent ? -1 : plan.Position, Name(plan), "The parent (%) cannot be derived from this expression");

    /// <summary>Hands what a part still seeks on to the node around it.</summary>
    public static void Push(Plan around, Plan part)
    {
        if (part.Seeking is null && part.Kind != SyntaxKind.Parent)
        {
            return;
        }

        around.Seeking ??= [];
        around.Seeking.AddRange(part.Seeking ?? []);
        if (part.Kind == SyntaxKind.Parent)
        {
            around.Seeking.Add(part.Slot!);
        }
    }

    /// <summary>Looks for the steps that the last step of a path asks for.</summary>
    public static void Resolve(Plan path)
    {
        var last = path.Last;
        if (last.Seeking is null && last.Kind != SyntaxKind.Parent)
        {
            return;
        }

        List<Slot> slots = [.. last.Seeking ?? []];
        if (last.Kind == SyntaxKind.Parent)
        {
            slots.Add(last.Slot!);
        }

        foreach (var wanted in slots)
        {
            var slot = wanted;
            var index = path.Parts.Count - 2;
            while (slot.Level > 0)
            {
                if (index < 0)
                {
                    path.Seeking ??= [];
                    path.Seeking.Add(slot);
                    break;
                }

                var step = path.Parts[index--]!;

                // Steps that bind their value and stay where they are count as one.
                while (index >= 0 && step.Focus is not null && path.Parts[index]!.Focus is not null)
                {
                    step = path.Parts[index--]!;
                }

                slot = Seek(step, slot);
            }
        }
    }

    public static Slot Seek(Plan plan, Slot slot)
    {
        switch (plan.Kind)
        {
            case SyntaxKind.Name or SyntaxKind.Wildcard:
                if (--slot.Level == 0)
                {
                    // Steps that are asked twice carry their parent once.
                    slot.Label = plan.Ancestor?.Label ?? slot.Label;
                    plan.Ancestor = slot;
                    plan.BindsRows = true;
                }

                return slot;
            case SyntaxKind.Parent:
                slot.Level++;
                return slot;
            case SyntaxKind.Block:
                if (plan.Parts.Count > 0)
                {
                    plan.BindsRows = true;
                    slot = Seek(plan.Last, slot);
                }

                return slot;
            case SyntaxKind.Path:
                plan.BindsRows = true;
                var index = plan.Parts.Count - 1;
                slot = Seek(plan.Parts[index--]!, slot);
                while (slot.Level > 0 && index >= 0)
                {
                    slot = Seek(plan.Parts[index--]!, slot);
                }

                return slot;
            default:
                throw NoParent(plan);
        }
    }

    private static string Name(Plan plan) => plan.Kind switch
    {
        SyntaxKind.Binary => "binary",
        SyntaxKind.Array or SyntaxKind.Object or SyntaxKind.Negate => "unary",
        SyntaxKind.Call => "function",
        SyntaxKind.Constant => "value",
        SyntaxKind.Descendants => "descendant",
        _ => plan.Kind.ToString().ToLowerInvariant(),
    };
}
