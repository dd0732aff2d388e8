using Spark.Engine.Conversations;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Privacy;

/// <summary>A conversation that is to be emptied, in one transaction or not at all.</summary>
public sealed record ErasedConversation
{
    /// <summary>The conversation.</summary>
    public required ConversationKey Key { get; init; }

    /// <summary>The id of its channel instance.</summary>
    public required string Instance { get; init; }

    /// <summary>The conversation, as the channel names it.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The sequence at which it was read: nothing is erased if it has moved on, as it may hold more by now.</summary>
    public required long ExpectedSequence { get; init; }

    /// <summary>What is left of its state.</summary>
    public required ConversationState State { get; init; }

    /// <summary>By what bots remember its person; null when they do not. It goes in the same transaction, as nothing else says who that was.</summary>
    public required string? Remembered { get; init; }

    /// <summary>The ids of the files that its messages name; what is its own goes anyway.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>True to withdraw what waits to be sent; false to wait for it as for what is on its way.</summary>
    public required bool WithdrawsOpen { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// What is left of a state. The numbers stay: an effect's id is made of the turn's, and far systems know effects by it, so no later turn may
    /// have the number of an earlier one; and an old button must not fit a new question.
    /// </summary>
    /// <param name="before">The state before.</param>
    /// <param name="sequence">The sequence that stands beside it.</param>
    /// <param name="at">Now.</param>
    public static ConversationState Empty(ConversationState before, long sequence, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new()
        {
            Sequence = sequence + 1,
            Channel = before.Channel,
            ChannelInstance = before.ChannelInstance,
            Owner = before is { Owner: Owner.Provider, Desk: null } ? Owner.Provider : Owner.Bot,
            OwnerEpoch = before.OwnerEpoch + 1,
            Questions = before.Questions,
            Episode = before.Episode is { } episode
                ? new() { Number = episode.Number, Bot = episode.Bot, Version = episode.Version, Began = episode.Began, Ended = episode.Ended ?? at, IsNew = false }
                : null,
        };
    }
}
