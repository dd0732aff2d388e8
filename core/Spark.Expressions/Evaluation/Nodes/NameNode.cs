using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A field of the context.</summary>
internal sealed class NameNode(int position, FieldName name) : Node(position)
{
    public string Name => name.Text;

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Leaf();
        return Sequences.Collapse(Lookup.Field(input, name, context));
    }
}
