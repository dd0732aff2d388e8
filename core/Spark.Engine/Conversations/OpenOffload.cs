using Spark.Channels;
using Spark.Expressions;

namespace Spark.Engine.Conversations;

/// <summary>Asks an offload provider to take the conversation; its answer comes back as <see cref="OffloadDecided"/>.</summary>
public sealed record OpenOffload : Effect
{
    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>The queue; null for the provider's default.</summary>
    public string? Queue { get; init; }

    /// <summary>Fields for the provider: an object.</summary>
    public required Value Fields { get; init; }

    /// <summary>The shared variables: an object.</summary>
    public required Value Variables { get; init; }

    /// <summary>How many lines of the transcript are shared.</summary>
    public int TranscriptLines { get; init; }

    /// <summary>How long the provider may take; null only in what was written before the engine always set it.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The person's language.</summary>
    public required string Language { get; init; }

    /// <summary>The person.</summary>
    public Person? Person { get; init; }
}
