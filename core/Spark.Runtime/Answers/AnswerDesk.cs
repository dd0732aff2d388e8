using System.Collections.Concurrent;
using Spark.Runtime.Channels;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Turns;
using Spark.Webhooks;

namespace Spark.Runtime.Answers;

/// <summary>
/// Answers requests of channels whose replies are the response. Waits until the conversation is at rest or the time is over, without
/// asking the store while no other node could move it on; deliveries of the same event at once share one wait and give the same messages.
/// </summary>
public sealed class AnswerDesk(
    IAnswerStore answers,
    IConversationStore conversations,
    ConversationWatch watch,
    OutboxHandover outbox,
    Node node,
    TimeProvider time,
    RuntimeLifetime lifetime)
{
    /// <summary>How often the store is asked while another node may move the conversation on.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<(ConversationKey Key, long Root), Lazy<Task<IReadOnlyList<OutboxEntry>>>> waiting = new();

    /// <summary>Answers a request whose events are stored.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="request">The request.</param>
    /// <param name="accepted">The event that it carried.</param>
    /// <param name="budget">How long to wait at the most.</param>
    /// <param name="cancellationToken">Ends this request's wait; others that share it go on.</param>
    /// <returns>The response; null when there is nothing to say.</returns>
    public async Task<WebhookResponse?> AnswerAsync(
        IRunningChannel channel, WebhookRequest request, Accepted accepted, TimeSpan budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(accepted);
        var messages = await WaitAsync(accepted, budget, cancellationToken);
        if (messages.Count == 0)
        {
            return null;
        }

        if (await channel.RenderAsync(request, [.. messages.Select(entry => MessageSender.MessageOf(entry, channel.Instance.Capabilities))], cancellationToken) is not { } response)
        {
            // Not sent: the sender is to come again, and gets the same messages then.
            return WebhookResponse.Empty(500);
        }

        // The desk has the conversation as soon as the response is there; the dispatcher brings that back as an event, and repeats it
        // after a crash, because the message stays open until then.
        var handovers = messages.Where(entry => entry is { IsAwaited: true, Status: OutboxStatus.Claimed }).ToList();
        if (handovers.Count > 0)
        {
            outbox.Hand(new(accepted.Key, handovers[0].Epoch, handovers, await node.GetIdAsync(lifetime.Stopped)));
        }

        return response;
    }

    private async Task<IReadOnlyList<OutboxEntry>> WaitAsync(Accepted accepted, TimeSpan budget, CancellationToken cancellationToken)
    {
        var key = (accepted.Key, accepted.Sequence);
        var began = time.GetTimestamp();
        while (true)
        {
            var left = budget - time.GetElapsedTime(began);
            var mine = new Lazy<Task<IReadOnlyList<OutboxEntry>>>(() => TakeAtRestAsync(accepted.Key, accepted.Sequence, left));
            var shared = waiting.GetOrAdd(key, mine);
            try
            {
                var messages = await shared.Value.WaitAsync(cancellationToken);

                // Another delivery's wait may have ended with its own, earlier deadline: then the rest is waited for here.
                if (messages.Count > 0 || shared == mine || time.GetElapsedTime(began) >= budget)
                {
                    return messages;
                }
            }
            finally
            {
                if (shared.Value.IsCompleted)
                {
                    waiting.TryRemove(new(key, shared));
                }
            }
        }
    }

    private async Task<IReadOnlyList<OutboxEntry>> TakeAtRestAsync(ConversationKey key, long root, TimeSpan budget)
    {
        using (var watcher = watch.Watch(key))
        {
            await WaitForRestAsync(watcher, key, budget);
        }

        var taken = await answers.TakeAsync(key, root, lifetime.Stopped);
        if (!taken.IsRepeated)
        {
            CountEnded(taken.Messages);
        }

        return taken.Messages;
    }

    // A handover among them ends later, with its event.
    private static void CountEnded(IReadOnlyList<OutboxEntry> messages)
    {
        foreach (var message in messages.Where(message => message.Status == OutboxStatus.Answered))
        {
            RuntimeMetrics.EffectEnded(message, message.Status);
        }
    }

    private async Task WaitForRestAsync(ConversationWatch.Watcher watcher, ConversationKey key, TimeSpan budget)
    {
        if (await IsAtRestAsync(key) || budget <= TimeSpan.Zero)
        {
            return;
        }

        using var over = new CancellationTokenSource(budget, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, lifetime.Stopped);
        try
        {
            while (!await MovesToRestAsync(watcher, key, either.Token))
            {
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // What is there by now leaves with this answer; the rest leaves with the next one.
        }
    }

    // Turns of this node are told; those of another one are looked for.
    private async Task<bool> MovesToRestAsync(ConversationWatch.Watcher watcher, ConversationKey key, CancellationToken cancellationToken)
    {
        var told = watcher.NextAsync(cancellationToken);
        while (node.HasPeers && !told.IsCompleted)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var look = Task.Delay(Look, time, ending.Token);
            if (await Task.WhenAny(told, look) == look && await IsAtRestAsync(key))
            {
                return true;
            }

            await ending.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return (await told).IsAtRest;
    }

    private async Task<bool> IsAtRestAsync(ConversationKey key) =>
        (await conversations.LoadAsync(key, [], lifetime.Stopped)).State is null or { IsAtRest: true };
}
