using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>An array constructor. What its items evaluate to is flattened into it, but for constructors written in it.</summary>
internal sealed class ArrayNode(int position, Node[] items, bool[] isNested, bool isConstructed) : Node(position)
{
    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var list = new ArrayCell(isConstructed ? ListTraits.Constructed : ListTraits.None);
        for (var index = 0; index < items.Length; index++)
        {
            var value = items[index].Evaluate(input, frame, context);
            if (value.IsUndefined)
            {
                continue;
            }

            if (isNested[index])
            {
                context.Add(list, value);
            }
            else
            {
                Sequences.AddAll(list, value, context);
            }
        }

        context.Exit();
        return new Value(list);
    }
}
