using Microsoft.Extensions.Hosting;

namespace Spark.Runtime.Outbox;

/// <summary>Takes in hand what the turns want done, from the start of the host to its stop.</summary>
internal sealed class OutboxDispatcher(OutboxHandover handover, EffectsInHand hand) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        handover.Open(handed => hand.Take(handed, isDoubtful: false));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => hand.StopAsync(cancellationToken);
}
