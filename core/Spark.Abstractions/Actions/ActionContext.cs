using Spark.Channels;

namespace Spark.Actions;

/// <summary>For whom an action runs, and under which key.</summary>
public sealed record ActionContext
{
    /// <summary>Names this effect for ever: the idempotency key where the far side takes one. The same over all attempts.</summary>
    public required string EffectId { get; init; }

    /// <summary>1 for the first attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>The person's language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The person, as far as the channel knows.</summary>
    public Person? Person { get; init; }
}
