using System.Diagnostics;
using System.Globalization;
using Spark.Engine.Conversations;
using Spark.Runtime.Bots;
using Spark.Runtime.Nodes;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Timers;

/// <summary>Timers of very many conversations that are due at once: twenty thousand in <c>./test</c>, a million in <c>./test --all</c>.</summary>
public abstract class ManyTimersTests : IDisposable
{
    private const int Parts = 40;

    /// <summary>What the conversations that are remembered and the effects in hand may take; a million would take twenty times as much.</summary>
    private const long MostGrowth = 128L << 20;

    private static readonly int Count = Environment.GetEnvironmentVariable("SPARK_TEST_ALL") == "1" ? 1_000_000 : 20_000;
    private static readonly TimeSpan MostForAnswer = TimeSpan.FromSeconds(2);

    private readonly TempFolder folder = new();

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task All_ring_once_at_a_steady_pace_in_bounded_memory_while_others_are_answered()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var engine = new CountingEngine(Count);
        var channel = new SilentChannel();
        await using var runtime = new LastingRuntime(folder, await MakeDatabaseAsync(), engine, channel);
        await runtime.PrepareAsync();
        var seeding = Stopwatch.StartNew();
        await SeedAsync(runtime, cancellationToken);
        seeding.Stop();

        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var drained = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await runtime.StartAsync();
        var answers = AnswerAsync(runtime, channel, drained.Token);
        var (paces, growth) = await WatchAsync(engine, before, cancellationToken);
        await drained.CancelAsync();
        var waits = await answers;

        waits.Sort();

        // The middle of ten parts each: a machine that stands still does so in one or two of them.
        var quarters = paces.Chunk(Parts / 4).Select(quarter => quarter.Order().ElementAt(quarter.Length / 2)).ToList();
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count} timers, stored in {seeding.Elapsed.TotalSeconds:0} s; rang at {string.Join(", ", quarters.Select(pace => $"{pace:0}"))} a second, quarter by quarter; "
            + $"memory grew by {growth >> 20} MB at the most; {waits.Count} messages meanwhile, answered in {waits[waits.Count / 2].TotalMilliseconds:0.0} ms (median), {waits[^1].TotalMilliseconds:0} ms (worst)"));
        await SentAsync(channel, Count + waits.Count, cancellationToken);

        // A turn whose write was refused, because the node had lost its lease for a moment, has run again: what is stored tells how often it rang.
        foreach (var number in engine.Odd)
        {
            var loaded = await runtime.Get<IConversationStore>().LoadAsync(KeyOf(number), [], cancellationToken);
            loaded.Sequence.ShouldBe(2, $"timer {number} has rung once");
        }

        growth.ShouldBeLessThan(MostGrowth);
        quarters[^1].ShouldBeGreaterThan(quarters.Max() / 8, "the last ones ring about as fast as the first, on a machine that does other things too");
        waits[waits.Count / 2].ShouldBeLessThan(MostForAnswer);
    }

    /// <summary>Null for SQLite.</summary>
    protected abstract Task<string?> MakeDatabaseAsync();

    private static ConversationKey KeyOf(int number) => ConversationKey.Of("web", number.ToString(CultureInfo.InvariantCulture));

    private static Task SeedAsync(LastingRuntime runtime, CancellationToken cancellationToken) => Parallel.ForAsync(
        0,
        Count,
        new ParallelOptions { MaxDegreeOfParallelism = 256, CancellationToken = cancellationToken },
        async (number, token) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var id = number.ToString(CultureInfo.InvariantCulture);
            var commit = new TurnCommit
            {
                Key = KeyOf(number),
                Instance = "web",
                ExternalId = id,
                ExpectedSequence = 0,
                State = new() { Sequence = 1, Language = id, Timers = [new("wait", now, 1)] },
                Event = new TimerDue { At = now, Seed = 1, Name = "seed", Generation = 0 },
                Cause = 1,
                Keys = [],
                Effects = [],
                Node = await runtime.Get<Node>().GetIdAsync(token),
                Revision = await runtime.Get<BotCatalog>().CatchUpAsync(0, token),
                WakeAt = now,
            };

            // Nobody renews the lease before the host is started.
            CommitStatus status;
            while ((status = (await runtime.Get<IConversationStore>().CommitAsync(commit, token)).Status) == CommitStatus.Fenced)
            {
                commit = commit with { Node = await runtime.Get<Node>().JoinAsync(commit.Node, token) };
            }

            status.ShouldBe(CommitStatus.Committed);
        });

    // One person who writes and waits, from the first timer to the last.
    private static async Task<List<TimeSpan>> AnswerAsync(LastingRuntime runtime, SilentChannel channel, CancellationToken cancellationToken)
    {
        var waits = new List<TimeSpan>();
        while (!cancellationToken.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await runtime.Turns.AcceptAsync(
                channel.Instance, TestRuntime.Message("hello", waits.Count.ToString(CultureInfo.InvariantCulture), "live"), TestContext.Current.CancellationToken);
            waits.Add(watch.Elapsed);
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }

        return waits;
    }

    private static async Task<(List<double> Paces, long Growth)> WatchAsync(CountingEngine engine, long before, CancellationToken cancellationToken)
    {
        var paces = new List<double>();
        var growth = 0L;
        for (var part = 1; part <= Parts; part++)
        {
            var watch = Stopwatch.StartNew();
            var began = engine.Total;
            while (engine.Total < Count / Parts * part)
            {
                await Task.Delay(5, cancellationToken);
            }

            paces.Add((engine.Total - began) / watch.Elapsed.TotalSeconds);
            growth = part % (Parts / 4) == 0 ? Math.Max(growth, GC.GetTotalMemory(forceFullCollection: true) - before) : growth;
        }

        return (paces, growth);
    }

    private static async Task SentAsync(SilentChannel channel, long expected, CancellationToken cancellationToken)
    {
        // As long as it goes on, it may take its time.
        for (var idle = 0; channel.Count < expected && idle < 1_500; idle++)
        {
            var before = channel.Count;
            await Task.Delay(20, cancellationToken);
            idle = channel.Count > before ? 0 : idle;
        }

        channel.Count.ShouldBe(expected);
    }
}
