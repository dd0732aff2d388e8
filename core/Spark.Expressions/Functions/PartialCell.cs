using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>A function some of whose arguments are given already.</summary>
internal sealed class PartialCell(FunctionCell function, Value[] given, int[] open) : FunctionCell
{
    public override int Arity => open.Length;

    public override Value Run(in Invocation call, Value[] arguments)
    {
        var values = (Value[])given.Clone();
        for (var index = 0; index < open.Length && index < arguments.Length; index++)
        {
            values[open[index]] = arguments[index];
        }

        // One partial application may be of another.
        call.Context.Enter();
        var result = call.Context.Apply(function, values, call.Input, call.Frame);
        call.Context.Exit();
        return result;
    }
}
