using Spark.Faults.Tests.Support;

namespace Spark.Faults.Tests;

/// <summary>What a host tells a collector, over a real connection.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task One_trace_from_the_webhook_to_the_delivery_reaches_a_collector()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var collector = await Collector.StartAsync(Spark.Tests.LoopbackPort.Free());
        await using var stage = await Disaster.PrepareAsync(folder => Task.FromResult<IStoreUnderTest>(new SqliteStore(folder)), people: 1);
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_SERVICE_NAME"] = "spark-under-test",
        });
        await stage.ArrivedAsync("Next?", cancellationToken);
        await stage.Crowd.FallSilentAsync();
        await stage.Crowd.SayAsync("a:person-0", "say something");
        await stage.ArrivedAsync("Echo say something", cancellationToken);

        // The host's end sends what is left.
        await host.StopAsync(cancellationToken);

        var effect = stage.FarSide.Arrivals.First(arrival => arrival.Text == "Echo say something").Effect;
        var send = collector.Spans.Single(span => span.Tags.GetValueOrDefault("spark.effect") == effect);
        send.Name.ShouldBe("send");
        var up = Upwards(collector.Spans, send);
        up.Select(span => span.Name).ShouldBe(["send", "turn", "Microsoft.AspNetCore.Hosting.HttpRequestIn"], "below the turn, below the request");
        up[2].Tags.GetValueOrDefault("url.path").ShouldBe("/api/messages");
        up[1].Tags["spark.event"].ShouldBe("InboundReceived");
        var below = collector.Spans.Where(span => Upwards(collector.Spans, span).Contains(send)).Select(span => span.Name).ToList();
        below.ShouldContain("plugin SendAsync");
        below.ShouldContain("POST", "the request to the far side");
        collector.Spans.Where(span => span.Trace == send.Trace).ShouldContain(span => span.Name == "plugin ReceiveAsync");
        collector.Services.ShouldBe(["spark-under-test"]);
        collector.MetricBytes.ShouldBeGreaterThan(0);
    }

    private static List<CollectedSpan> Upwards(IReadOnlyCollection<CollectedSpan> all, CollectedSpan span)
    {
        var way = new List<CollectedSpan>();
        for (var next = span; next is not null; next = all.FirstOrDefault(one => one.Id == next.Parent))
        {
            way.Add(next);
        }

        return way;
    }
}
