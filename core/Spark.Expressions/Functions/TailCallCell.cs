using Spark.Expressions.Evaluation;
using Spark.Expressions.Evaluation.Nodes;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>A call that a function ends with, not made yet.</summary>
internal sealed class TailCallCell(CallNode call, Value input, Frame frame) : FunctionCell
{
    public override int Arity => 0;

    public Value Continue(EvaluationContext context) => call.InvokeTail(input, frame, context);

    public override Value Run(in Invocation call, Value[] arguments) => Continue(call.Context);
}
