using System.Globalization;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Channels;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Operations;

/// <summary>
/// Gives a conversation that is stuck with a desk, or on its way to one, back to the bot. It enters by the door like everything else, as
/// the event with which a desk lends a conversation: what the old owner had not sent is cancelled, and the bot speaks first.
/// </summary>
public sealed class ConversationRelease(IConversationIndex index, IChannelDirectory channels, TurnRunner turns)
{
    /// <summary>Gives a conversation back.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public async Task<ReleaseResult> ReleaseAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        if (await index.FindAsync(key, cancellationToken) is not { } found)
        {
            return ReleaseResult.NotFound;
        }

        if (found.Summary.Owner == Owner.Bot)
        {
            return ReleaseResult.NotAway;
        }

        if (channels.Find(found.Summary.Instance) is not { } channel)
        {
            return ReleaseResult.NoChannel;
        }

        // The sequence in the key makes two operators who press at once one release.
        var once = string.Create(CultureInfo.InvariantCulture, $"operator-release:{found.Summary.Sequence}");
        await turns.AcceptAsync(
            channel.Instance, new ConversationDelegated { ConversationId = found.Summary.ExternalId, Keys = [once] }, cancellationToken);
        return ReleaseResult.Released;
    }
}
