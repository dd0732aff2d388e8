using System.Globalization;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Channels;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Privacy;

/// <summary>
/// Ends what is open of a conversation before it is erased. It enters by the door, as the event by which a conversation is closed: what was
/// under way is over, and a desk that has the person is told.
/// </summary>
public sealed class ConversationEnding(IChannelDirectory channels, TurnRunner turns)
{
    /// <summary>Ends it, unless there is nothing to end or its channel does not run here.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public async Task EndAsync(ConversationDetails conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var found = conversation.Summary;
        if (!IsOpen(conversation.State) || found.ExternalId.Length == 0 || channels.Find(found.Instance) is not { } channel)
        {
            return;
        }

        var once = string.Create(CultureInfo.InvariantCulture, $"erasure:{found.Sequence}");
        await turns.AcceptAsync(
            channel.Instance,
            new ConversationClosed { ConversationId = found.ExternalId, Keys = [once] },
            Timeout.InfiniteTimeSpan,
            IsOpen,
            channel.Instance.Id,
            cancellationToken);
    }

    // What a desk owns with its channel is not ours to close.
    private static bool IsOpen(ConversationState state) =>
        state.Owner != Owner.Closed && !(state is { Owner: Owner.Provider, Desk: null }) && (state.IsOpen || state.Desk is not null || state.Owner != Owner.Bot);
}
