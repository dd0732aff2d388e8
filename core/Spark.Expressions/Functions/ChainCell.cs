using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Two functions, one behind the other.</summary>
internal sealed class ChainCell(FunctionCell first, FunctionCell second) : FunctionCell
{
    public override int Arity => 1;

    public override Value Run(in Invocation call, Value[] arguments)
    {
        // Chains of chains nest.
        call.Context.Enter();
        var between = Sequences.Collapse(call.Context.Apply(first, [arguments.Length > 0 ? arguments[0] : default], Value.Null, call.Frame));
        var result = call.Context.Apply(second, [between], Value.Null, call.Frame);
        call.Context.Exit();
        return result;
    }
}
