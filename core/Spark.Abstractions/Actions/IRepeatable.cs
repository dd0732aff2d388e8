namespace Spark.Actions;

/// <summary>
/// An action of which some calls may be repeated with the same <see cref="ActionContext.EffectId"/> and others must not. Implemented beside
/// <see cref="IAction{TInput, TOutput}"/>. Since contract 1.1.
/// </summary>
/// <typeparam name="TInput">The step's fields.</typeparam>
public interface IRepeatable<in TInput>
{
    /// <summary>True when a second call does no harm. It must neither block nor touch the network.</summary>
    /// <param name="input">The step's fields.</param>
    /// <param name="context">For whom, under which key, and how many tries the designer gave it.</param>
    bool IsRepeatable(TInput input, ActionContext context);
}
