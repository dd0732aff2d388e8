using Spark.Expressions.Functions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A variable, a binding of the caller, or a function of the language.</summary>
internal sealed class VariableNode(int position, string name) : Node(position)
{
    private readonly FunctionCell? builtIn = BuiltIns.Find(name);

    public string Name => name;

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context) =>
        Sequences.Collapse(EvaluateRaw(input, frame, context));

    public override Value EvaluateRaw(Value input, Frame frame, EvaluationContext context)
    {
        context.Leaf();
        return Find(frame, context);
    }

    private Value Find(Frame frame, EvaluationContext context)
    {
        if (frame.TryGet(name, out var value) || context.Options.Bindings.TryGetValue(name, out value))
        {
            return value;
        }

        if (builtIn is not null)
        {
            return new Value(builtIn);
        }

        return name == "$" ? context.Root : default;
    }
}
