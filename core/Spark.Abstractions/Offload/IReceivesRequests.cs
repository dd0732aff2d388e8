using Spark.Webhooks;

namespace Spark.Offload;

/// <summary>
/// An offload provider that answers requests to <c>/connections/{connection}/</c>: webhooks of its desk, a page of its own. All members are
/// called from many threads at once. Since contract 1.2.
/// </summary>
public interface IReceivesRequests
{
    /// <summary>
    /// Verifies the caller and reads a request. Must not act: the host stores the events first, and a request that was not stored will come
    /// again. An exception is answered 500, and nothing is stored.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends when the host stops or the time to answer is over.</param>
    ValueTask<DeskReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken);
}
