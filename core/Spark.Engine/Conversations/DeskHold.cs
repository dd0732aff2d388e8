using System.Collections.Immutable;

namespace Spark.Engine.Conversations;

/// <summary>What is known of a conversation that is relayed to a desk, from the desk's acceptance until it comes back.</summary>
public sealed record DeskHold
{
    /// <summary>What stands for the connection of an operator of the cockpit, which is none. No connection can be named so.</summary>
    public const string Cockpit = "@cockpit";

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

    /// <summary>The action dialog whose step gave it away; null in what was written before that was kept.</summary>
    public string? Action { get; init; }

    /// <summary>The step in <see cref="Action"/>: another desk is given what it shares.</summary>
    public int Step { get; init; }

    /// <summary>Where it is being moved to; null when it is not.</summary>
    public DeskMove? Move { get; init; }

    /// <summary>The account of the operator who has it in the cockpit; null for a desk outside.</summary>
    public string? Operator { get; init; }

    /// <summary>The last desk that did not take it when it was to be moved, and how it said so; null when there is none.</summary>
    public string? Refusal { get; init; }
}
