using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Messages;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Benchmarks.Storage;

/// <summary>Conversations that take turns, as many at once as asked for, each in its own.</summary>
internal sealed class Load
{
    private const long Node = 1;
    private const string Instance = "web";

    private static readonly ConversationState Empty = new()
    {
        Language = "en",
        Variables = new ConversationState().Variables.SetItem("text", Value.Parse($"\"{new string('x', 700)}\"")),
    };

    private readonly IConversationStore conversations;
    private readonly IOutboxStore outbox;
    private readonly long[] sequences;
    private readonly Random random = new(1);
    private long stamp = 1_700_000_000_000;

    private Load(IServiceProvider provider, int count)
    {
        conversations = provider.GetRequiredService<IConversationStore>();
        outbox = provider.GetRequiredService<IOutboxStore>();
        sequences = new long[count];
    }

    /// <summary>Registers a node and lets every conversation begin.</summary>
    public static async Task<Load> PrepareAsync(IServiceProvider provider, int count)
    {
        var load = new Load(provider, count);
        await provider.GetRequiredService<INodeStore>().RegisterAsync(new(Node, "benchmark", 1, TimeSpan.FromMinutes(1)), CancellationToken.None);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (index, _) => await load.TurnAsync(index));
        return load;
    }

    public async Task<Figures> RunAsync(int atOnce, int turns)
    {
        var times = new double[turns];
        var next = -1;
        var process = Process.GetCurrentProcess();
        var (cpu, kernel, allocated, written, began) = (process.TotalProcessorTime, process.PrivilegedProcessorTime, GC.GetTotalAllocatedBytes(), ReadWritten(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(worker => Task.Run(async () =>
        {
            // Each worker has conversations of its own.
            var share = sequences.Length / atOnce;
            for (var turn = Interlocked.Increment(ref next); turn < turns; turn = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                int index;
                lock (random)
                {
                    index = (worker * share) + random.Next(share);
                }

                await TurnAsync(index);
                times[turn] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        Array.Sort(times);
        return new(
            turns / elapsed.TotalSeconds,
            (process.TotalProcessorTime - cpu).TotalMicroseconds / turns,
            (process.PrivilegedProcessorTime - kernel).TotalMicroseconds / turns,
            (GC.GetTotalAllocatedBytes() - allocated) / 1e3 / turns,
            (ReadWritten() - written) / 1e3 / turns,
            times[turns / 2],
            times[turns * 99 / 100]);
    }

    // Bytes that reached the disk, on Linux; elsewhere 0.
    private static long ReadWritten() => File.Exists("/proc/self/io")
        ? long.Parse(File.ReadLines("/proc/self/io").Single(line => line.StartsWith("write_bytes", StringComparison.Ordinal))[13..], CultureInfo.InvariantCulture)
        : 0;

    private async Task TurnAsync(int index)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"conversation-{index}");
        var key = ConversationKey.Of(Instance, name);
        var sequence = ++sequences[index];
        var id = Interlocked.Increment(ref stamp).ToString(CultureInfo.InvariantCulture);
        var at = TimeProvider.System.GetUtcNow();
        var address = new EffectAddress(key, new(sequence, 0));
        var outcome = await conversations.CommitAsync(
            new()
            {
                Key = key,
                Instance = Instance,
                ExternalId = name,
                ExpectedSequence = sequence - 1,
                State = Empty with { Sequence = sequence },
                Event = new InboundReceived
                {
                    At = at,
                    Seed = 1,
                    Channel = "test",
                    ChannelInstance = Instance,
                    Inbound = new MessageReceived { ConversationId = name, Keys = [id], MessageId = id, Parts = [new TextPart("Hello there.")] },
                },
                Cause = sequence,
                Keys = [new(Instance, id)],
                Effects =
                [
                    new()
                    {
                        Address = address,
                        Instance = Instance,
                        ExternalId = name,
                        Effect = new SendMessage { Parts = [new TextPart("What is your name?")], Language = "en" },
                        Status = OutboxStatus.Claimed,
                        Epoch = 0,
                        Cause = sequence,
                        CreatedAt = at,
                        Attempts = 1,
                    },
                ],
                Node = Node,
                Revision = 0,
            },
            CancellationToken.None);
        if (outcome.Status != CommitStatus.Committed)
        {
            throw new InvalidOperationException($"A turn was not committed: {outcome}.");
        }

        await outbox.EndAsync(Node, [new(address, OutboxStatus.Delivered, null)], CancellationToken.None);
    }
}
