using System.Collections.Immutable;

namespace Spark.Engine.Conversations;

/// <summary>What is known of a conversation that is relayed to a desk, from the desk's acceptance until it comes back.</summary>
public sealed record DeskHold
{
    /// <summary>The connection to the desk.</summary>
    public required string Connection { get; init; }

    /// <summary>The desk's id of the conversation.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The agent who spoke last; null while there is none, or the desk does not tell names.</summary>
    public string? Agent { get; init; }

    /// <summary>Where the person stands in the queue, from 1; null when the desk does not tell.</summary>
    public int? Position { get; init; }

    /// <summary>The intents by which the person leaves the queue.</summary>
    public ImmutableList<string> Leave
    {
        get => field ?? [];
        init;
    }

    /// <summary>How long the desk may be silent.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>When its silence has lasted that long; while it is asked, until when it may answer.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>True while the desk is asked whether it still has the conversation.</summary>
    public bool IsAsked { get; init; }
}
