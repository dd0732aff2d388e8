using System.Diagnostics;
using Spark.Channels;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Tests.Support;

namespace Spark.Runtime.Tests.Telemetry;

public sealed class TraceTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CollectingChannel channel = new("web", ReplyPath.Call);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_trace_goes_from_the_request_to_the_delivery()
    {
        using var requests = new ActivitySource($"requests-{Guid.NewGuid():N}");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source == requests || source.Name == SparkTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
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
}
