using System.Diagnostics;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Telemetry;

/// <summary>One event's way through the door: its span and its time. A value, so that measuring costs no allocation.</summary>
internal readonly struct TurnMeasure : IDisposable
{
    private readonly TurnInput input;
    private readonly TimeProvider time;
    private readonly long began;
    private readonly Activity? span;

    private TurnMeasure(TurnInput input, TimeProvider time)
    {
        this.input = input;
        this.time = time;
        began = time.GetTimestamp();
        span = SparkTelemetry.Source.StartActivity("turn")
            ?.SetTag("spark.instance", input.Instance)
            .SetTag("spark.conversation", input.Key.ToString())
            .SetTag("spark.event", input.Event.GetType().Name);
    }

    public static TurnMeasure Start(TurnInput input, TimeProvider time) => new(input, time);

    /// <summary>Notes what came of it; null for a turn that is not written.</summary>
    public Accepted? End(Accepted? accepted)
    {
        if (accepted is null)
        {
            RuntimeMetrics.RaceLost(input.Instance);
            return null;
        }

        span?.SetTag("spark.sequence", accepted.Sequence).SetTag("spark.duplicate", accepted.IsDuplicate);
        if (accepted.Fault is { } fault)
        {
            span?.SetStatus(ActivityStatusCode.Error, fault.Code);
        }

        RuntimeMetrics.TurnEnded(input.Instance, accepted.Fault?.Code, accepted.IsDuplicate, time.GetElapsedTime(began));
        return accepted;
    }

    public void Dispose() => span?.Dispose();
}
