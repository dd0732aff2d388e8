using Spark.Channels;

namespace Spark.Runtime.Offload;

/// <summary>Redeems the one-time tokens with which people come from another conversation.</summary>
public interface ILinkRedeemer
{
    /// <summary>Puts what was said where the person comes from in the place of the token. A token that is unknown, old or used up brings nothing.</summary>
    /// <param name="started">The event that brings a token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Stores.StoreUnavailableException">Trying again may help.</exception>
    ValueTask<ConversationStarted> RedeemAsync(ConversationStarted started, CancellationToken cancellationToken);
}
