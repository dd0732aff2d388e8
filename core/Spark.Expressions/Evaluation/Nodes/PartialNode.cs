using Spark.Expressions.Functions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A call with question marks for some arguments: a function of these.</summary>
internal sealed class PartialNode(int position, Node procedure, string? name, Value token, bool isPath, Node?[] arguments) : Node(position)
{
    private readonly int[] open = [.. Enumerable.Range(0, arguments.Length).Where(index => arguments[index] is null)];

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context)
    {
        context.Enter();
        var values = new Value[arguments.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = arguments[index]?.Evaluate(input, frame, context) ?? default;
        }

        var function = procedure.Evaluate(input, frame, context);
        context.Exit();
        if (function.IsUndefined && isPath && name is not null && CallNode.IsFunction(name, frame, context))
        {
            throw Failure.At("T1007", Position, name, $"\"{name}\" is not a function; did you mean ${name}?");
        }

        return function.Function is { } found
            ? new Value(new PartialCell(found, values, open))
            : throw new ExpressionException("T1008", Position, name, "Only a function can be applied partially") { TokenValue = token };
    }
}
