using System.Globalization;
using Microsoft.Extensions.Logging;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Channels;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Operations;

/// <summary>
/// Gives a conversation that is stuck with a desk, or on its way to one, back to the bot. It enters by the door like everything else, as
/// the event with which a desk lends a conversation: what the old owner had not sent is cancelled, and the bot speaks first. A closed one
/// stays closed: there is nobody to speak to, and only its far side opens it again.
/// </summary>
public sealed partial class ConversationRelease(
    IConversationIndex index, IChannelDirectory channels, TurnRunner turns, ILogger<ConversationRelease> logger)
{
    /// <summary>Gives a conversation back.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public Task<ReleaseResult> ReleaseAsync(ConversationKey key, CancellationToken cancellationToken) =>
        GiveAsync(key, Refusal, "operator-release", cancellationToken);

    /// <summary>
    /// Has the bot begin anew, with the version that answers now, whoever holds the conversation: what was under way is over, and the bot
    /// speaks first.
    /// </summary>
    /// <param name="key">The conversation.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public Task<ReleaseResult> RestartAsync(ConversationKey key, CancellationToken cancellationToken) =>
        GiveAsync(key, static owner => owner == Owner.Closed ? ReleaseResult.Closed : null, "operator-restart", cancellationToken);

    private async Task<ReleaseResult> GiveAsync(ConversationKey key, Func<Owner, ReleaseResult?> refusalOf, string what, CancellationToken cancellationToken)
    {
        if (await index.FindAsync(key, cancellationToken) is not { Summary: var found })
        {
            return ReleaseResult.NotFound;
        }

        if (refusalOf(found.Owner) is { } refusal)
        {
            return refusal;
        }

        if (channels.Find(found.Instance) is not { } channel)
        {
            return ReleaseResult.NoChannel;
        }

        // The sequence in the key makes two operators who press at once one release. Whoever moved it meanwhile has the last word: what
        // the bot has by now is not begun anew, and what was closed is not opened.
        var once = string.Create(CultureInfo.InvariantCulture, $"{what}:{found.Sequence}");
        var delegated = new ConversationDelegated { ConversationId = found.ExternalId, Keys = [once] };
        var accepted = await turns.AcceptAsync(channel.Instance, delegated, Timeout.InfiniteTimeSpan, state => refusalOf(state.Owner) is null, channel.Instance.Id, cancellationToken);
        LogReleased(key, found.Owner);
        return accepted.IsDuplicate && await index.FindAsync(key, cancellationToken) is { Summary.Owner: Owner.Closed }
            ? ReleaseResult.Closed
            : ReleaseResult.Released;
    }

    private static ReleaseResult? Refusal(Owner owner) => owner switch
    {
        Owner.Bot => ReleaseResult.NotAway,
        Owner.Closed => ReleaseResult.Closed,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "An operator took conversation {Conversation} back, which was {Owner}'s")]
    private partial void LogReleased(ConversationKey conversation, Owner owner);
}
