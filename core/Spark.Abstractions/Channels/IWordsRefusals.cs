using Spark.Webhooks;

namespace Spark.Channels;

/// <summary>
/// A channel whose senders know refusals only in a form, or with statuses, of their own: the host asks it before it refuses a request
/// itself. Since contract 1.2.
/// </summary>
public interface IWordsRefusals
{
    /// <summary>Words a refusal. It only computes; when it throws, the host's own form is used.</summary>
    /// <param name="refusal">What the host would answer.</param>
    WebhookResponse Refuse(WebhookRefusal refusal);
}
