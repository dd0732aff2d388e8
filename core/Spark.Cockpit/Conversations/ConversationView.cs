using Spark.Cockpit.Outbox;
using Spark.Engine.Conversations;

namespace Spark.Cockpit.Conversations;

/// <summary>A conversation as administrators see it.</summary>
internal sealed record ConversationView
{
    public required ConversationLine Conversation { get; init; }

    /// <summary>The person, as far as the channel told; null when it did not.</summary>
    public required string? Person { get; init; }

    /// <summary>The channel's own id of the person; null when it did not tell.</summary>
    public string? PersonId { get; init; }

    public required int OwnerEpoch { get; init; }

    public required string Language { get; init; }

    /// <summary>The present episode first, then those before it.</summary>
    public required IReadOnlyList<Episode> Episodes { get; init; }

    /// <summary>What the innermost dialog waits for, in words; null for nothing.</summary>
    public required string? WaitsFor { get; init; }

    /// <summary>The dialogs under way, the innermost last.</summary>
    public required IReadOnlyList<string> Dialogs { get; init; }

    /// <summary>The desk for which Spark keeps the channel; null when none has it.</summary>
    public DeskView? Desk { get; init; }

    /// <summary>The connections to desks to which it can be moved; none where no host runs.</summary>
    public IReadOnlyList<string> Desks { get; init; } = [];

    public required IReadOnlyList<Engine.Conversations.Timer> Timers { get; init; }

    public required DateTimeOffset? WakeAt { get; init; }

    /// <summary>The last events, the oldest first.</summary>
    public required IReadOnlyList<EventView> Events { get; init; }

    /// <summary>The effects of these events that have not ended, or ended badly.</summary>
    public required IReadOnlyList<EffectView> Effects { get; init; }
}
