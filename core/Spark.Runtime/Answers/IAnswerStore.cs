using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Answers;

/// <summary>Keeps which messages left in the response to which request.</summary>
public interface IAnswerStore
{
    /// <summary>
    /// Takes what is to leave with the answer to an event. What was taken for that event before is given again; otherwise the messages are
    /// taken that wait for an answer, of this event and of earlier ones that were not answered.
    /// </summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="root">The sequence of the event.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Nothing was taken; later it may be.</exception>
    ValueTask<TakenAnswer> TakeAsync(ConversationKey conversation, long root, CancellationToken cancellationToken);
}
