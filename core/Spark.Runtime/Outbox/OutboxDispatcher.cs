using Microsoft.Extensions.Hosting;

namespace Spark.Runtime.Outbox;

/// <summary>Takes in hand what the turns want done.</summary>
internal sealed class OutboxDispatcher(OutboxHandover handover, EffectsInHand hand) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await hand.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var handed in handover.Reader.ReadAllAsync(stoppingToken))
        {
            hand.Take(handed, isDoubtful: false);
        }
    }
}
