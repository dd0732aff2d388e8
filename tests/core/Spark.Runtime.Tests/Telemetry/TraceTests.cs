using System.Diagnostics;
using Spark.Channels;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Telemetry;

public sealed class TraceTests(OnePostgres postgres) : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_trace_goes_from_the_request_to_the_delivery()
    {
        using var requests = new ActivitySource($"requests-{Guid.NewGuid():N}");
        using var listener = Listen(requests);
        Activity? sending = null;
        channel.OnSend = (_, _) =>
        {
            sending = Activity.Current;
            return Task.FromResult(Delivery.Delivered);
        };

        await using var runtime = await TestRuntime.StartAsync(folder, channel);
        ActivityTraceId trace;
        using (var request = requests.StartActivity("request"))
        {
            trace = request!.TraceId;
            await runtime.SayAsync(channel, "hello");
        }

        await runtime.Outbox.Ended.NextAsync();
        sending.ShouldNotBeNull().TraceId.ShouldBe(trace);
        sending.ParentSpanId.ShouldNotBe(default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_trace_goes_on_where_another_process_takes_the_message_over(bool onPostgres)
    {
        var database = onPostgres ? await postgres.CreateDatabaseAsync() : null;
        using var requests = new ActivitySource($"requests-{Guid.NewGuid():N}");
        using var listener = Listen(requests);
        ActivityTraceId trace;
        channel.Block();
        await using (var first = await TestRuntime.StartAsync(folder, database, new(), new(), new Dictionary<string, string?>(StringComparer.Ordinal), channel))
        {
            using (var request = requests.StartActivity("request"))
            {
                trace = request!.TraceId;
                await first.SayAsync(channel, "hello");
            }

            await channel.Sent.NextAsync();
            await first.CrashAsync();
        }

        Activity? sending = null;
        var other = new CollectingChannel("web", ReplyPath.Call)
        {
            OnSend = (_, _) =>
            {
                sending = Activity.Current;
                return Task.FromResult(Delivery.Delivered);
            },
        };
        await using var second = await TestRuntime.StartAsync(folder, database, new(), new(), new Dictionary<string, string?>(StringComparer.Ordinal), other);
        await second.Outbox.Ended.NextAsync();

        sending.ShouldNotBeNull().TraceId.ShouldBe(trace);
    }

    private static ActivityListener Listen(ActivitySource requests)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source == requests || source.Name == SparkTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
