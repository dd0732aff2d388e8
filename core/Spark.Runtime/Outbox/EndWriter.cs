using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Spark.Runtime.Nodes;

namespace Spark.Runtime.Outbox;

/// <summary>
/// Writes how effects have ended, many at once: nobody waits for that mark. A crash before it is written repeats the effect, under the
/// same id.
/// </summary>
internal sealed class EndWriter(
    IOutboxStore store, Node node, Persistence persistence, EffectSupervisor supervisor, IOptions<OutboxOptions> options, TimeProvider time)
    : BackgroundService
{
    private const int MostAtOnce = 500;

    private readonly Channel<Item> items = Channel.CreateBounded<Item>(new BoundedChannelOptions(4 * MostAtOnce) { SingleReader = true });
    private readonly CancellationTokenSource cut = new();

    /// <summary>Notes an end. Waits only while too many of them are not written yet.</summary>
    /// <param name="hand">The node in whose hands the effect is.</param>
    /// <param name="ended">The effect.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask AddAsync(long hand, EndedEffect ended, CancellationToken cancellationToken) =>
        items.Writer.TryWrite(new(hand, ended, null)) ? ValueTask.CompletedTask : WaitAndAddAsync(hand, ended, cancellationToken);

    /// <summary>Waits until everything that was noted before is written.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (!items.Writer.TryWrite(new(0, default, flushed)))
        {
            if (!await items.Writer.WaitToWriteAsync(cancellationToken))
            {
                return;
            }
        }

        await flushed.Task.WaitAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        items.Writer.TryComplete();
        if (ExecuteTask is { } writing)
        {
            await Task.WhenAny(writing, Task.Delay(options.Value.ShutdownLimit, time, cancellationToken));
        }

        await cut.CancelAsync();
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        cut.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Item>();
        while (await items.Reader.WaitToReadAsync(cut.Token))
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && items.Reader.TryRead(out var item))
            {
                batch.Add(item);
            }

            foreach (var hand in batch.Where(item => item.Flushed is null).GroupBy(item => item.Hand, item => item.Ended))
            {
                await WriteAsync(hand.Key, [.. hand]);
            }

            batch.ForEach(item => item.Flushed?.TrySetResult());
        }
    }

    private async ValueTask WaitAndAddAsync(long hand, EndedEffect ended, CancellationToken cancellationToken)
    {
        // After the stop nothing is written any more: the next process finds it in nobody's hands.
        while (await items.Writer.WaitToWriteAsync(cancellationToken) && !items.Writer.TryWrite(new(hand, ended, null)))
        {
        }
    }

    private async Task WriteAsync(long hand, IReadOnlyList<EndedEffect> ended)
    {
        if (!await supervisor.TryAsync("The end of effects", () => EndAsync(hand, ended), cut.Token) && ended.Count > 1)
        {
            // One of them cannot be written: the others are not to suffer for it.
            foreach (var one in ended)
            {
                await supervisor.TryAsync($"The end of effect {one.Address.Id}", () => EndAsync(hand, [one]), cut.Token);
            }
        }
    }

    private async Task EndAsync(long hand, IReadOnlyList<EndedEffect> ended)
    {
        // After a lost lease this node may have taken its own rows over anew, and again after the next one. A row only ever goes on to a later
        // id: asked for in their order, it is found. For rows that are in other hands this changes nothing.
        for (long? id = hand; id is { } one; id = node.SuccessorOf(one))
        {
            await persistence.InsistAsync(token => store.EndAsync(one, ended, token), cut.Token);
        }
    }

    /// <param name="Hand">The node in whose hands the effect is.</param>
    /// <param name="Ended">The effect.</param>
    /// <param name="Flushed">Set for a mark in the row: told when everything before it is written.</param>
    private readonly record struct Item(long Hand, EndedEffect Ended, TaskCompletionSource? Flushed);
}
