using Spark.Channels;

namespace Spark.Actions;

/// <summary>For whom an action runs, and under which key.</summary>
public sealed record ActionContext
{
    /// <summary>Names this step's effect for ever: the idempotency key where the far side takes one. The same over all tries and attempts.</summary>
    public required string EffectId { get; init; }

    /// <summary>1 for the first attempt; counted over all tries of the step.</summary>
    public required int Attempt { get; init; }

    /// <summary>
    /// How many tries the step has: more than one says that the designer wants it called again after a failure, also when it cannot be
    /// told whether the call before has acted.
    /// </summary>
    public int Tries { get; init; } = 1;

    /// <summary>The person's language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The person, as far as the channel knows.</summary>
    public Person? Person { get; init; }
}
