using Spark.Expressions.Evaluation;
using Spark.Expressions.Evaluation.Nodes;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>A function that an expression defines, with the variables and the context of the place where it did.</summary>
internal sealed class LambdaCell(LambdaNode definition, Value input, Frame frame) : FunctionCell
{
    public override int Arity => definition.Parameters.Length;

    public override Signature? Signature => definition.Signature;

    public override Value Run(in Invocation call, Value[] arguments)
    {
        var values = arguments;
        if (values.Length != definition.Parameters.Length)
        {
            Array.Resize(ref values, definition.Parameters.Length);
        }

        return definition.Body.Evaluate(input, new Frame(frame, definition.Parameters, values), call.Context);
    }
}
