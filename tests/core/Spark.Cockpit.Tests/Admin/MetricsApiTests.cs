using System.Net;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Telemetry;
using Spark.Tests;

namespace Spark.Cockpit.Tests.Admin;

[Collection(Alone.Name)]
public sealed class MetricsApiTests : IAsyncLifetime
{
    private static readonly Uri Metrics = new("/metrics", UriKind.Relative);

    private AdminServer server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await AdminServer.StartAsync(
        SparkTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime");

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_runtime_and_the_server_are_measured()
    {
        var instance = Guid.NewGuid().ToString("N");
        RuntimeMetrics.TurnEnded(instance, faultCode: null, isDuplicate: false, TimeSpan.FromMilliseconds(3));
        RuntimeMetrics.TurnEnded(instance, "SPK11007", isDuplicate: false, TimeSpan.FromMilliseconds(3));
        RuntimeMetrics.BatchWritten(12, 3);
        RuntimeMetrics.OutboxMeasured(5, TimeSpan.FromSeconds(9));
        await server.Stranger.GetStringAsync(Metrics, Token);

        using var answer = await server.Stranger.GetAsync(Metrics, Token);
        answer.Content.Headers.ContentType!.ToString().ShouldStartWith("text/plain; version=0.0.4");
        var scraped = ScrapedMetrics.Parse(await answer.Content.ReadAsStringAsync(Token));
        scraped.Value("spark_turns_total", ("instance", instance), ("result", "committed")).ShouldBe(1);
        scraped.Value("spark_faults_total", ("instance", instance), ("code", "SPK11007")).ShouldBe(1);
        scraped.Value("spark_turn_duration_seconds_count", ("instance", instance)).ShouldBe(2);
        scraped.Value("spark_writer_queue").ShouldBe(3);
        scraped.Value("spark_outbox_oldest_age_seconds").ShouldBe(9);
        scraped.Types["http_server_request_duration_seconds"].ShouldBe("histogram");
        scraped.Types.Keys.ShouldContain(name => name.StartsWith("kestrel_", StringComparison.Ordinal));
        scraped.Types.Keys.ShouldContain(name => name.StartsWith("dotnet_gc_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_proxy_passes_on_needs_the_token()
    {
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, Metrics);
        forwarded.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var refused = await server.Stranger.SendAsync(forwarded, Token);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var again = new HttpRequestMessage(HttpMethod.Get, Metrics);
        again.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var told = await server.Http.SendAsync(again, Token);
        told.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
