using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;
using Spark.Storage.Tests.Support;
using Spark.Tests;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Postgres;

[Collection(Alone.Name)]
public sealed class BatchMetricsTests(PostgresServer server)
{
    private const int Writes = 40;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_group_of_writes_tells_its_size_and_what_waits_behind_it()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server, time: TimeProvider.System);
        var turns = new TestTurns(TimeProvider.System, await stores.JoinAsync(), await stores.RevisionAsync());
        var conversations = stores.Get<IConversationStore>();
        var sizes = new ConcurrentQueue<double>();
        var waiting = new ConcurrentQueue<long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == SparkTelemetry.Name && instrument.Name.StartsWith("spark.writer.", StringComparison.Ordinal))
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => sizes.Enqueue(value));
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => waiting.Enqueue(value));
        listener.Start();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, Writes).Select(i => conversations.CommitAsync(turns.First($"c{i}", Say("hi")), Cancelled).AsTask()));
        await Condition.HoldsAsync(() => sizes.Sum() >= Writes && waiting.Count >= sizes.Count);

        outcomes.ShouldAllBe(outcome => outcome.Status == CommitStatus.Committed);
        sizes.Sum().ShouldBe(Writes);
        sizes.Count.ShouldBeLessThan(Writes, "they gather while the first is on its way");
        waiting.ShouldAllBe(depth => depth >= 0 && depth < Writes);
    }
}
