namespace Spark.Engine.Definitions;

/// <summary>Sends the conversation to an offload provider.</summary>
public sealed record OffloadDeed : AwaitingDeed
{
    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>The queue; null for the provider's default.</summary>
    public ValueTemplate? Queue { get; init; }

    /// <summary>Fields for the provider: an object.</summary>
    public ValueTemplate? Fields { get; init; }

    /// <summary>The variables that are shared.</summary>
    public IReadOnlyList<string> ShareVariables { get; init; } = [];

    /// <summary>The intents by which the person leaves the queue of a desk that relays.</summary>
    public IReadOnlyList<string> Leave { get; init; } = [];

    /// <summary>How many lines of the transcript are shared; <see cref="int.MaxValue"/> for all.</summary>
    public int ShareTranscript { get; init; }
}
