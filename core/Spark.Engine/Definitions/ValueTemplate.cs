using Spark.Expressions;

namespace Spark.Engine.Definitions;

/// <summary>A value of a step's field: literals, texts with expressions, lists and objects of them. The set is closed.</summary>
public abstract record ValueTemplate
{
    private protected ValueTemplate()
    {
    }

    /// <summary>Computes the value. Fields that are undefined are left out.</summary>
    /// <param name="input">What the expressions see.</param>
    /// <param name="options">Bounds, clock and random numbers.</param>
    public abstract Value Evaluate(Value input, EvaluationOptions options);
}
