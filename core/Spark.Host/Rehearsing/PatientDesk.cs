using Spark.Channels;
using Spark.Offload;
using Spark.Runtime.Offload;
using Spark.Webhooks;

namespace Spark.Host.Rehearsing;

/// <summary>Stands for every desk while a bot is rehearsed: it takes what it is told, keeps what it has, and says nothing.</summary>
internal sealed class PatientDesk : IRunningDesk
{
    public ValueTask<Delivery> SendAsync(DeskMessage message, CancellationToken cancellationToken) => new(Delivery.Delivered);

    public ValueTask<DeskReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) =>
        new(DeskReceipt.Only(WebhookResponse.Empty(404)));

    public ValueTask<DeskStatus> GetStatusAsync(string externalId, CancellationToken cancellationToken) => new(DeskStatus.Held);
}
