using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>What a scraper finds at a real host after a turn with an action and a reply.</summary>
public sealed class MetricsTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private WebApplication farSide = null!;
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        folder.Write("bots/doors/bot.yaml", "spark: 1\nbot: doors\nlanguages: [en]\nconnections: { doors: { plugin: call } }\nevents: { started: start }\n");
        folder.Write("bots/doors/dialogs/start.yaml", """
            dialog: start
            steps:
              - run: open
                then:
                  opened: { id: done, say: It is open., end: resolved }
                  failed: { id: sorry, say: It does not open., end: failed }

            """);
        folder.Write("bots/doors/actions/open.yaml", """
            action: open
            steps:
              - id: ask
                call: doors
                post: /open
                outcomes: { opened: status = 200 }
                otherwise: failed

            """);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        farSide = builder.Build();
        farSide.MapPost("/open", () => "{}");
        await farSide.StartAsync(Token);
        var environment = folder.Write("environment.yaml", $$"""
            publicUrl: http://127.0.0.1:1
            channels:
              sparkcentral: { plugin: sparkcentral, bot: doors, settings: { sharedSecret: "{{Simulator.Secret}}" } }
            connections:
              doors: { plugin: call, allowPrivate: true, settings: { baseUrl: "{{farSide.Urls.Single()}}" } }
            """);
        host = await SparkHost.StartAsync(environment, folder.Path("data"), LoopbackPort.Free(), Token, folder.Path("bots"));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await farSide.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_turn_with_an_action_and_a_reply_is_found_in_the_metrics()
    {
        var message = Webhook.Message("c-1", "Open the door", "k-1", TimeProvider.System.GetUtcNow());
        for (var delivery = 0; delivery < 2; delivery++)
        {
            var (status, body) = await Webhook.PostSignedAsync(host.Http, message, Token);
            status.ShouldBe(200);
            body.ShouldContain("It is open.");
        }

        // The answer may be there before the last of them is counted.
        ScrapedMetrics metrics = null!;
        await Condition.HoldsAsync(async () =>
        {
            metrics = ScrapedMetrics.Parse(await host.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Token));
            return metrics.Types.ContainsKey("spark_effects_ended_total") && metrics.Values("spark_outbox_open").Count > 0
                && metrics.Values("spark_node_lease").Count > 0;
        });

        metrics.Value("spark_turns_total", ("instance", "sparkcentral"), ("result", "committed")).ShouldBe(2, "what was said, and the action's result");
        metrics.Value("spark_turns_total", ("instance", "sparkcentral"), ("result", "duplicate")).ShouldBe(1);
        metrics.Value("spark_turn_duration_seconds_count", ("instance", "sparkcentral")).ShouldBe(3);
        metrics.Value("spark_writer_batch_size_sum").ShouldBeGreaterThanOrEqualTo(2);
        metrics.Value("spark_writer_queue").ShouldBeGreaterThanOrEqualTo(0);
        metrics.Value("spark_plugin_call_duration_seconds_count", ("instance", "channel 'sparkcentral'"), ("operation", "ReceiveAsync")).ShouldBe(2);
        metrics.Value("spark_plugin_call_duration_seconds_count", ("operation", "ExecuteAsync")).ShouldBe(1);
        metrics.Value("spark_sends_total", ("instance", "sparkcentral")).ShouldBe(1);
        metrics.Value("spark_sends_total", ("instance", "sparkcentral"), ("result", "Answered")).ShouldBe(1);
        metrics.Value("spark_effects_ended_total", ("kind", "action"), ("result", "Delivered")).ShouldBe(1);
        metrics.Value("spark_outbox_open").ShouldBeGreaterThanOrEqualTo(0);
        metrics.Value("spark_outbox_oldest_age_seconds").ShouldBeGreaterThanOrEqualTo(0);
        metrics.Value("spark_node_lease").ShouldBe(1);
    }
}
