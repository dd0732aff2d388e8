using Spark.Expressions.Evaluation;
using Spark.Expressions.Evaluation.Nodes;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Copies an object or array, and changes the parts of the copy that a pattern finds.</summary>
internal sealed class TransformCell(TransformNode node, Frame frame) : FunctionCell
{
    private static readonly Signature Accepts = Signature.Parse("<(oa):o>");

    public override int Arity => 1;

    public override Signature Signature => Accepts;

    public override Value Run(in Invocation call, Value[] arguments)
    {
        if (arguments.Length == 0 || arguments[0].IsUndefined)
        {
            return default;
        }

        // Only what was copied here may be changed: all else is shared and immutable.
        var copies = new HashSet<MapCell>(ReferenceEqualityComparer.Instance);
        var copy = Copying.Copy(arguments[0], call.Context, copies);
        var matches = node.Pattern.Evaluate(copy, frame, call.Context);
        if (!matches.IsUndefined)
        {
            var list = Sequences.ListOf(matches);
            for (var index = 0; index < list.Count; index++)
            {
                Change(list[index], copies, call.Context);
            }
        }

        return copy;
    }

    private void Change(Value match, HashSet<MapCell> copies, EvaluationContext context)
    {
        var target = match.Cell is MapCell map && copies.Contains(map) ? map : null;
        var update = node.Update.Evaluate(match, frame, context);
        if (!update.IsUndefined)
        {
            if (update.Map is not { } fields)
            {
                throw Failure.At("T2011", node.Update.Position, null, $"The update of a transform must be an object, got {Failure.Show(update)}");
            }

            Merge(fields.Fields, target, context);
        }

        var deletions = node.Delete is null ? default : node.Delete.Evaluate(match, frame, context);
        if (!deletions.IsUndefined)
        {
            Remove(deletions, target);
        }
    }

    private static void Merge(MapCell fields, MapCell? target, EvaluationContext context)
    {
        for (var index = 0; target is not null && index < fields.Count; index++)
        {
            context.Step();
            target.Set(fields.Names[index], fields.Values[index]);
        }

        target?.Seal();
    }

    private void Remove(Value deletions, MapCell? target)
    {
        var names = Sequences.ListOf(deletions);
        foreach (var name in names.Span)
        {
            if (name.Kind != ValueKind.String)
            {
                throw Failure.At("T2012", node.Delete!.Position, null, $"The names to delete must be strings, got {Failure.Show(deletions)}");
            }
        }

        foreach (var name in names.Span)
        {
            target?.Remove(name.AsString());
        }
    }
}
