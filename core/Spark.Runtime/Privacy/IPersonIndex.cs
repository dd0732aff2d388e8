using Spark.Runtime.Offload;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Privacy;

/// <summary>
/// Reads what is kept of people, a page at a time. No index has conversations by their person, which every turn would pay for: whoever
/// looks for somebody reads them all. Every member throws <see cref="StoreUnavailableException"/> when trying again may help.
/// </summary>
public interface IPersonIndex
{
    /// <summary>A page of all conversations with their person, by their keys.</summary>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<PersonInConversation>> ConversationsAsync(ConversationKey? after, int limit, CancellationToken cancellationToken);

    /// <summary>A page of all remembered people, by instance and id.</summary>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<RememberedPerson>> RememberedAsync(PersonAddressed? after, int limit, CancellationToken cancellationToken);

    /// <summary>What bots remember of somebody.</summary>
    /// <param name="person">By what the person is known.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<RememberedValue>> ValuesAsync(string person, CancellationToken cancellationToken);

    /// <summary>The names by which far systems find back to a conversation.</summary>
    /// <param name="instance">The id of the channel instance.</param>
    /// <param name="conversationId">The conversation, as the channel names it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<Link>> LinksAsync(string instance, string conversationId, CancellationToken cancellationToken);
}
