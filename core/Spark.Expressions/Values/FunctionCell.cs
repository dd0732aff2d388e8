using Spark.Expressions.Evaluation;
using Spark.Expressions.Functions;

namespace Spark.Expressions.Values;

/// <summary>A function of the language.</summary>
internal abstract class FunctionCell() : ValueCell(ValueKind.Function)
{
    /// <summary>How many arguments it can use; higher-order functions give no more.</summary>
    public abstract int Arity { get; }

    /// <summary>What it accepts, when it says so.</summary>
    public virtual Signature? Signature => null;

    /// <summary>
    /// Where it was called last, to which errors inside it point: also when it is called without a place, as by <c>$map</c>.
    /// A function of the language is shared between evaluations and remembers none.
    /// </summary>
    public virtual CallPlace? Place { get; set; }

    /// <summary>Runs it on arguments that its signature has accepted. May return a tail call.</summary>
    public abstract Value Run(in Invocation call, Value[] arguments);
}
