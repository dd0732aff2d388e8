using System.Text.Json;
using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Hosting;
using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Webhooks;

/// <summary>
/// Delivers events, one lane a conversation. The next event leaves when the first attempt of the one before has ended,
/// so that retries can overtake; only what opens a conversation holds its lane until it has ended altogether.
/// </summary>
internal sealed class DeliveryPump(
    Tenant tenant, SimulatorClock clock, WebhookSender sender, Manipulations manipulations, Departures departures, TrackedWork work)
{
    private static readonly TimeSpan[] Backoff =
        [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    private readonly Dictionary<string, Task> lanes = new(StringComparer.Ordinal);

    /// <summary>Called under the tenant's lock, so that events of a conversation line up in the order of their causes.</summary>
    public void Enqueue(TenantState state, Delivery delivery)
    {
        state.Deliveries.Add(delivery);
        var before = lanes.GetValueOrDefault(delivery.ConversationId, Task.CompletedTask);
        var nextMayGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lanes[delivery.ConversationId] = nextMayGo.Task;
        work.Start(cancellationToken => DeliverInTurnAsync(delivery, before, nextMayGo, cancellationToken));
    }

    private async Task DeliverInTurnAsync(
        Delivery delivery, Task before, TaskCompletionSource nextMayGo, CancellationToken cancellationToken)
    {
        try
        {
            await before.WaitAsync(cancellationToken);
            await DeliverAsync(delivery, nextMayGo, cancellationToken);
        }
        finally
        {
            nextMayGo.TrySetResult();
        }
    }

    private async Task DeliverAsync(Delivery delivery, TaskCompletionSource nextMayGo, CancellationToken cancellationToken)
    {
        foreach (var pause in Backoff.Prepend(TimeSpan.Zero))
        {
            if (pause > TimeSpan.Zero)
            {
                await PauseAsync(delivery, pause, cancellationToken);
            }

            if (BeginAttempt(delivery) is not { } attempt)
            {
                return;
            }

            var answer = await sender.PostAsync(attempt.Url, attempt.Body, attempt.Headers, cancellationToken);
            if (answer.IsAccepted(out var manipulation))
            {
                tenant.Change(state => Accept(state, delivery, attempt, answer, manipulation));
                return;
            }

            tenant.Change(_ => attempt.Answer = answer);
            if (!delivery.Opens)
            {
                nextMayGo.TrySetResult();
            }
        }

        tenant.Change(state => GiveUp(state, delivery));
    }

    private async Task PauseAsync(Delivery delivery, TimeSpan pause, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + pause;
        tenant.Change(_ =>
        {
            delivery.State = DeliveryState.Waiting;
            delivery.NextAttemptAt = until;
        });
        await clock.WaitUntilAsync(until, cancellationToken);
    }

    private DeliveryAttempt? BeginAttempt(Delivery delivery) => tenant.Change(state =>
    {
        delivery.NextAttemptAt = null;
        if (state.Find(delivery.ConversationId) is not { IsHeldByVirtualAgent: true })
        {
            delivery.State = DeliveryState.Dropped;
            return null;
        }

        var settings = state.Settings;
        var now = clock.GetUtcNow();
        var repeatsBytes = settings.RetryTimestamp == RetryTimestamp.Same && delivery.Attempts.Count > 0;
        var body = repeatsBytes ? delivery.Attempts[0].Body : delivery.Event.BodyAt(now, settings.Profile);
        var attempt = new DeliveryAttempt
        {
            Number = delivery.Attempts.Count + 1,
            At = now,
            Url = settings.Webhook,
            Body = body,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                [settings.SignatureHeader] = Signature.Of(body, settings.SecretHex),
            },
        };
        delivery.Attempts.Add(attempt);
        delivery.State = DeliveryState.Sending;
        return attempt;
    });

    private void Accept(
        TenantState state, Delivery delivery, DeliveryAttempt attempt, WebhookAnswer answer, JsonElement? manipulation)
    {
        attempt.Answer = answer;
        delivery.State = DeliveryState.Delivered;
        if (manipulation is { } body)
        {
            manipulations.ApplyAnswer(state, delivery, body);
        }
    }

    private void GiveUp(TenantState state, Delivery delivery)
    {
        delivery.State = DeliveryState.Exhausted;
        departures.DeliveryFailed(state, delivery);
    }
}
