using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>What a function of the language does; missing arguments are undefined.</summary>
internal delegate Value NativeBody(in Invocation call, Value[] arguments);

/// <summary>A function of the language itself.</summary>
internal sealed class NativeCell(string name, string signature, int arity, NativeBody body) : FunctionCell
{
    private readonly Signature accepts = Signature.Parse(signature);

    public string Name => name;

    public override int Arity => arity;

    public override Signature Signature => accepts;

    public override CallPlace? Place
    {
        get => null;
        set { }
    }

    public override Value Run(in Invocation call, Value[] arguments)
    {
        if (arguments.Length < accepts.Parameters.Count)
        {
            Array.Resize(ref arguments, accepts.Parameters.Count);
        }

        return body(call, arguments);
    }
}
